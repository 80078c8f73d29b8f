package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.file.FileText;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A JSON object on each line, with the columns of the CSV as its members; numbers are numbers, what is missing is null. */
final class NdjsonForm implements TextForm {

    private static final MediaType NDJSON = MediaType.valueOf("application/x-ndjson");
    private static final byte[] NULL = FileText.bytes("null");
    private static final byte[] STATUS = FileText.bytes(",\"OBS_STATUS\":\"");
    private static final byte[] QUOTE = FileText.bytes("\"");
    private static final byte[] END = FileText.bytes("}\n");

    private final RowOfCells cells;
    private final List<byte[]> attributes;

    NdjsonForm(RowOfCells cells) {
        this.cells = cells;
        this.attributes = cells.attributes().stream()
                .map(attribute -> FileText.bytes(",\"" + attribute.name() + "\":"))
                .toList();
    }

    @Override
    public MediaType mediaType() {
        return NDJSON;
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public String beginning() {
        return "";
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        byte[] before = FileText.bytes("{\"REF_AREA\":" + text(area) + ",\"TIME_PERIOD\":\"");
        byte[] behind = codes(dimensions);
        return (text, row) -> {
            text.raw(before).raw(cells.period(row)).raw(behind);
            cells.addValue(text, row, NULL);
            text.raw(STATUS).raw(cells.status(row)).raw(QUOTE);
            for (int place = 0; place < attributes.size(); place++) {
                text.raw(attributes.get(place));
                cells.addAttribute(text, row, place, NULL);
            }
            text.raw(END);
        };
    }

    /** What stands between period and value. */
    private byte[] codes(String dimensions) {
        StringBuilder members = new StringBuilder("\"");
        List<DatasetDefined.Dimension> known = cells.dataset().dimensions();
        String[] codes = dimensions.split("\\|", -1);
        for (int i = 0; i < known.size(); i++) {
            members.append(',').append(text(known.get(i).id())).append(':').append(text(codes[i]));
        }
        return FileText.bytes(members.append(",\"OBS_VALUE\":").toString());
    }

    private static String text(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
