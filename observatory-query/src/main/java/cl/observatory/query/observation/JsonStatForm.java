package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.file.FileText;
import cl.observatory.query.territory.Territories.Territory;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JSON-stat 2.0: the axes first, then the values by their place in the cube, then the statuses that are not {@code A}, which
 * are kept in mind while the values are written. It is sparse: what has no place has no value. Attributes of estimates have
 * no room in it.
 */
final class JsonStatForm implements TextForm {

    private static final MediaType JSON_STAT = MediaType.APPLICATION_JSON_TYPE;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PIECE = 1 << 16;
    private static final byte[] NULL = FileText.bytes("null");
    private static final byte[] QUOTE = FileText.bytes("\"");
    private static final byte[] KEY = FileText.bytes(",\"");
    private static final byte[] VALUE = FileText.bytes("\":");
    private static final byte[] TEXT = FileText.bytes("\":\"");
    private static final byte[] END_OF_TEXT = FileText.bytes("\",");

    private final RowOfCells cells;
    private final CubeAxes axes;
    private final CubeAxes.Places places;
    private final MarkedPlaces marked = new MarkedPlaces();
    private final String beginning;

    JsonStatForm(RowOfCells cells, CubeAxes axes, AskedSlice asked, Locale language) {
        this.cells = cells;
        this.axes = axes;
        this.places = axes.places();
        String head = head(asked, language).toString();
        this.beginning = head.substring(0, head.length() - 1) + ",\"value\":{";
    }

    @Override
    public MediaType mediaType() {
        return JSON_STAT;
    }

    @Override
    public String extension() {
        return "json-stat.json";
    }

    @Override
    public String beginning() {
        return beginning;
    }

    @Override
    public boolean isSeparated() {
        return true;
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        long series = places.ofSeries(area, dimensions);
        return (text, row) -> {
            long place = series + places.ofPeriod(cells.ordinal(row));
            marked.add(place, cells.statusOf(row));
            text.raw(KEY).number(place, 0).raw(VALUE);
            cells.addValue(text, row, NULL);
        };
    }

    @Override
    public void writeEnd(OutputStream target) throws IOException {
        FileText text = new FileText().raw(FileText.bytes("},\"status\":{"));
        marked.forEach((place, status) -> {
            if (text.length() >= PIECE) {
                text.writeTo(target, 0, text.length());
                text.clear();
            }
            text.raw(QUOTE)
                    .number(place, 0)
                    .raw(TEXT)
                    .raw(RowOfCells.bytes(status))
                    .raw(END_OF_TEXT);
        });
        // the last one has no comma behind it
        text.writeTo(target, 0, marked.isEmpty() ? text.length() : text.length() - 1);
        target.write(FileText.bytes("}}"));
    }

    private ObjectNode head(AskedSlice asked, Locale language) {
        DatasetDefined dataset = cells.dataset();
        ObjectNode head = JSON.objectNode();
        head.put("version", "2.0");
        head.put("class", "dataset");
        head.put("label", dataset.title().in(language));
        head.put(
                "source", dataset.source().publisher() + ": " + dataset.source().title());
        asked.release()
                .ifPresent(release ->
                        head.put("updated", release.published().publishedAt().toString()));
        head.set("id", array(axes.ids(dataset)).add("MEASURE"));
        ArrayNode size = head.putArray("size");
        axes.sizes().forEach(size::add);
        size.add(1);
        head.set(
                "role",
                JSON.objectNode()
                        .<ObjectNode>set("geo", array(List.of("REF_AREA")))
                        .<ObjectNode>set("time", array(List.of("TIME_PERIOD")))
                        .set("metric", array(List.of("MEASURE"))));
        head.set("dimension", dimensions(asked, language));
        ObjectNode extension = head.putObject("extension");
        asked.release()
                .ifPresent(release ->
                        extension.put("release", release.published().releaseId().toString()));
        extension.put("licence", dataset.source().licence());
        extension.put("officialStatus", dataset.officialStatus());
        extension.put("synthetic", dataset.synthetic());
        return head;
    }

    private ObjectNode dimensions(AskedSlice asked, Locale language) {
        DatasetDefined dataset = cells.dataset();
        ObjectNode dimensions = JSON.objectNode();
        for (int i = 0; i < dataset.dimensions().size(); i++) {
            Map<String, Labels> labels = asked.dimensions().labels().get(i);
            ObjectNode category = category(axes.codes().get(i));
            ObjectNode names = category.putObject("label");
            // some readers want a name for every code, or none at all
            axes.codes()
                    .get(i)
                    .forEach(code -> names.put(
                            code,
                            labels.getOrDefault(code, new Labels(code, code)).in(language)));
            dimensions.putObject(dataset.dimensions().get(i).id()).set("category", category);
        }
        ObjectNode areas = category(axes.areas().stream().map(Territory::code).toList());
        ObjectNode names = areas.putObject("label");
        axes.areas().forEach(area -> names.put(area.code(), area.labels().in(language)));
        dimensions.putObject("REF_AREA").set("category", areas);
        dimensions
                .putObject("TIME_PERIOD")
                .set(
                        "category",
                        category(axes.periods().stream().map(Period::toString).toList()));
        ObjectNode measure = category(List.of(dataset.id()));
        measure.putObject("label").put(dataset.id(), dataset.title().in(language));
        measure.putObject("unit")
                .putObject(dataset.id())
                .put("label", dataset.unit())
                .put("decimals", dataset.decimals());
        dimensions.putObject("MEASURE").set("category", measure);
        return dimensions;
    }

    private static ObjectNode category(List<String> codes) {
        return JSON.objectNode().set("index", array(codes));
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
