package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.time.Frequency;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the columns of a data set's CSV are, as CSV on the Web has it (W3C, tabular metadata). */
@JsonPropertyOrder({"@context", "url", "dc:title", "dc:source", "dc:license", "dialect", "tableSchema"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record CsvMetadata(
        String url,
        @JsonProperty("dc:title") List<Text> title,
        @JsonProperty("dc:publisher") String publisher,
        @JsonProperty("dc:source") String source,
        @JsonProperty("dc:license") String licence,
        Dialect dialect,
        TableSchema tableSchema) {

    private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";
    private static final String ANY_CODE = "[^\\p{Cntrl}]+";
    private static final Map<Frequency, Datatype> PERIODS = Map.of(
            Frequency.A, new Datatype("gYear", null),
            Frequency.S, new Datatype("string", "[0-9]{4}-S[12]"),
            Frequency.Q, new Datatype("string", "[0-9]{4}-Q[1-4]"),
            Frequency.M, new Datatype("gYearMonth", null));

    /** A text in a language, as JSON-LD writes it. */
    record Text(
            @JsonProperty("@value") String value,
            @JsonProperty("@language") String language) {}

    record Dialect(String encoding, String delimiter, boolean header, List<String> lineTerminators) {

        private static final Dialect OF_FILES = new Dialect("utf-8", ",", true, List.of("\r\n"));
    }

    record TableSchema(List<Column> columns, List<String> primaryKey) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(String name, String titles, Datatype datatype, boolean required, String propertyUrl) {}

    /**
     * @param format as the kind of data has it, null when there is nothing more to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Datatype(String base, String format) {}

    @JsonProperty("@context")
    String context() {
        return "http://www.w3.org/ns/csvw";
    }

    /** Of the file that has every cell as it was sent. */
    static CsvMetadata of(DatasetDefined dataset) {
        return of(dataset, "/v1/datasets/" + dataset.id() + "/observations?format=csv");
    }

    /**
     * @param url of such a file
     */
    static CsvMetadata of(DatasetDefined dataset, String url) {
        List<String> dimensions =
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(column("REF_AREA", new Datatype("string", "CL|[0-9]{2,3}|[0-9]{5}"), true, "dimension#refArea"));
        columns.add(column("TIME_PERIOD", PERIODS.get(dataset.frequency()), true, "dimension#timePeriod"));
        dimensions.forEach(id -> columns.add(column(id, new Datatype("string", ANY_CODE), true, null)));
        columns.add(column("OBS_VALUE", number(dataset.decimals()), false, "measure#obsValue"));
        columns.add(column("OBS_STATUS", new Datatype("string", "[A-Z]"), true, "attribute#obsStatus"));
        if (dataset.hasEstimates()) {
            Stream.of(ObservationAttribute.values())
                    .map(attribute -> column(
                            attribute.name(), number(attribute.isScaled() ? dataset.decimals() : 0), false, null))
                    .forEach(columns::add);
        }
        return new CsvMetadata(
                url,
                texts(dataset.title()),
                dataset.source().publisher(),
                dataset.source().url(),
                dataset.source().licence(),
                Dialect.OF_FILES,
                new TableSchema(
                        columns,
                        Stream.concat(Stream.of("REF_AREA", "TIME_PERIOD"), dimensions.stream())
                                .toList()));
    }

    private static Column column(String name, Datatype datatype, boolean required, String concept) {
        return new Column(name, name, datatype, required, concept == null ? null : SDMX + concept);
    }

    private static Datatype number(int decimals) {
        return decimals == 0 ? new Datatype("integer", null) : new Datatype("decimal", "0." + "0".repeat(decimals));
    }

    private static List<Text> texts(Labels labels) {
        return List.of(new Text(labels.es(), "es"), new Text(labels.en(), "en"));
    }
}
