package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.file.Download;
import cl.observatory.query.file.FileText;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CSV as the observatory writes it, which the import profile {@code observatory-csv} reads: one column for each component
 * of the data set, and of estimates one for each attribute.
 */
final class CsvForm implements TextForm {

    private static final byte[] EMPTY = {};
    private static final byte[] COMMA = FileText.bytes(",");
    private static final byte[] END = FileText.bytes("\r\n");

    private final RowOfCells cells;

    CsvForm(RowOfCells cells) {
        this.cells = cells;
    }

    /** The columns, by their names. */
    static List<String> columns(RowOfCells cells) {
        List<String> names = new ArrayList<>(List.of("REF_AREA", "TIME_PERIOD"));
        cells.dataset().dimensions().stream().map(DatasetDefined.Dimension::id).forEach(names::add);
        names.addAll(List.of("OBS_VALUE", "OBS_STATUS"));
        cells.attributes().forEach(attribute -> names.add(attribute.name()));
        return names;
    }

    @Override
    public MediaType mediaType() {
        return Download.CSV;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String beginning() {
        return columns(cells).stream().map(FileText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        byte[] before = FileText.bytes(FileText.cell(area) + ",");
        byte[] behind = codes(dimensions);
        return (text, row) -> {
            text.raw(before).raw(cells.period(row)).raw(behind);
            cells.addValue(text, row, EMPTY);
            text.raw(COMMA).raw(cells.status(row));
            for (int place = 0; place < cells.attributes().size(); place++) {
                text.raw(COMMA);
                cells.addAttribute(text, row, place, EMPTY);
            }
            text.raw(END);
        };
    }

    /** What stands between period and value. */
    private byte[] codes(String dimensions) {
        return cells.dataset().dimensions().isEmpty()
                ? COMMA
                : FileText.bytes(Stream.of(dimensions.split("\\|", -1))
                        .map(FileText::cell)
                        .collect(Collectors.joining(",", ",", ",")));
    }
}
