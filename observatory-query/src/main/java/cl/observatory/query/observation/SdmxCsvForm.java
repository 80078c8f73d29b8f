package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.answer.Format;
import cl.observatory.query.file.FileText;
import cl.observatory.query.structure.Dataflows;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SDMX-CSV 2.0.0: the structure that the rows are of, what to do with them, then a column for each component. A value that
 * is not there is {@code NaN}, since the row says on purpose that it is not.
 */
final class SdmxCsvForm implements TextForm {

    private static final MediaType SDMX_CSV = MediaType.valueOf(Format.SDMX_CSV + ";version=" + Format.SDMX_VERSION);
    private static final String INFORMATION = "I";
    private static final byte[] COMMA = FileText.bytes(",");
    private static final byte[] EMPTY = {};
    private static final byte[] CONFIDENTIAL = FileText.bytes("C");
    private static final byte[] FREE = FileText.bytes("F");
    private static final byte[] NOT_A_NUMBER = FileText.bytes("NaN");
    private static final byte[] END = FileText.bytes("\r\n");

    private final RowOfCells cells;
    private final List<Column> columns;

    SdmxCsvForm(RowOfCells cells, SdmxComponents components) {
        this.cells = cells;
        this.columns = columns(components);
    }

    /** A column behind the dimensions. */
    private record Column(String name, Cell cell) {}

    @FunctionalInterface
    private interface Cell {
        void add(FileText text, ResultSet row) throws SQLException;
    }

    private List<Column> columns(SdmxComponents components) {
        List<Column> all = new ArrayList<>();
        if (components.value()) {
            all.add(new Column("OBS_VALUE", (text, row) -> cells.addValue(text, row, NOT_A_NUMBER)));
        }
        Stream.of(
                        new Column("OBS_STATUS", (text, row) -> text.raw(cells.status(row))),
                        new Column(
                                "CONF_STATUS", (text, row) -> text.raw(cells.isSuppressed(row) ? CONFIDENTIAL : FREE)),
                        always("UNIT_MEASURE", cells.dataset().unit()),
                        always("UNIT_MULT", "0"),
                        always("DECIMALS", Integer.toString(cells.dataset().decimals())))
                .filter(column -> components.tells(column.name()))
                .forEach(all::add);
        for (int i = 0; i < cells.attributes().size(); i++) {
            int place = i;
            String name = cells.attributes().get(i).name();
            if (components.tells(name)) {
                all.add(new Column(name, (text, row) -> cells.addAttribute(text, row, place, EMPTY)));
            }
        }
        return all;
    }

    private static Column always(String name, String value) {
        byte[] bytes = FileText.bytes(FileText.cell(value));
        return new Column(name, (text, row) -> text.raw(bytes));
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
        names.add("TIME_PERIOD");
        columns.forEach(column -> names.add(column.name()));
        return names.stream().collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        Stream<String> codes =
                cells.dataset().dimensions().isEmpty() ? Stream.of() : Stream.of(dimensions.split("\\|", -1));
        byte[] before = FileText.bytes(Stream.concat(
                        Stream.of(
                                "dataflow",
                                Dataflows.reference(cells.dataset()),
                                INFORMATION,
                                cells.frequency().name(),
                                area),
                        codes)
                .map(FileText::cell)
                .collect(Collectors.joining(",", "", ",")));
        return (text, row) -> {
            text.raw(before).raw(cells.period(row));
            for (Column column : columns) {
                text.raw(COMMA);
                column.cell().add(text, row);
            }
            text.raw(END);
        };
    }
}
