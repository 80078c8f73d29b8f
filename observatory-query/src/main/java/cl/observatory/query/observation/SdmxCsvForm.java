package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.file.FileText;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SDMX-CSV 2.0.0: the structure that the rows are of, what to do with them, then a column for each component. A value that
 * is not there is {@code NaN}, since the row says on purpose that it is not.
 */
final class SdmxCsvForm implements TextForm {

    static final String AGENCY = "OBS_CL";

    private static final MediaType SDMX_CSV = MediaType.valueOf("application/vnd.sdmx.data+csv;version=2.0.0");
    private static final String INFORMATION = "I";
    private static final byte[] COMMA = FileText.bytes(",");
    private static final byte[] EMPTY = {};
    private static final byte[] NOT_A_NUMBER = FileText.bytes("NaN");
    private static final byte[] END = FileText.bytes("\r\n");

    private final RowOfCells cells;
    private final byte[] confidential;
    private final byte[] free;

    SdmxCsvForm(RowOfCells cells) {
        this.cells = cells;
        String unit = cells.dataset().unit() + ",0," + cells.dataset().decimals();
        this.confidential = FileText.bytes(",C," + unit);
        this.free = FileText.bytes(",F," + unit);
    }

    /** The data flow of a data set, by its identification in SDMX. */
    static String dataflow(DatasetDefined dataset) {
        return AGENCY + ':' + flowId(dataset) + "(1.0.0)";
    }

    /** Ids of SDMX have no hyphen, ids of data sets no underscore. */
    static String flowId(DatasetDefined dataset) {
        return dataset.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public MediaType mediaType() {
        return SDMX_CSV;
    }

    @Override
    public String extension() {
        return "sdmx.csv";
    }

    @Override
    public String beginning() {
        List<String> names = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA"));
        cells.dataset().dimensions().stream().map(DatasetDefined.Dimension::id).forEach(names::add);
        names.addAll(List.of(
                "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS"));
        cells.attributes().forEach(attribute -> names.add(attribute.name()));
        return names.stream().collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        Stream<String> codes =
                cells.dataset().dimensions().isEmpty() ? Stream.of() : Stream.of(dimensions.split("\\|", -1));
        byte[] before = FileText.bytes(Stream.concat(
                        Stream.of(
                                "dataflow",
                                dataflow(cells.dataset()),
                                INFORMATION,
                                cells.frequency().name(),
                                area),
                        codes)
                .map(FileText::cell)
                .collect(Collectors.joining(",", "", ",")));
        return (text, row) -> {
            text.raw(before).raw(cells.period(row)).raw(COMMA);
            cells.addValue(text, row, NOT_A_NUMBER);
            text.raw(COMMA).raw(cells.status(row)).raw(cells.isSuppressed(row) ? confidential : free);
            for (int place = 0; place < cells.attributes().size(); place++) {
                text.raw(COMMA);
                cells.addAttribute(text, row, place, EMPTY);
            }
            text.raw(END);
        };
    }
}
