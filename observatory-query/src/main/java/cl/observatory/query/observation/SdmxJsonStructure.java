package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.Words;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.release.Releases;
import cl.observatory.query.structure.Dataflows;
import cl.observatory.query.structure.SdmxAttributes;
import cl.observatory.query.territory.Territories.Territory;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands before the observations of an SDMX-JSON message: who tells it, and the structure that they are of, with every
 * code that they use and its names.
 */
record SdmxJsonStructure(
        RowOfCells cells, CubeAxes axes, SdmxComponents components, AskedSlice asked, Locale language) {

    /** Whether a value is hidden, in the order of the codes F and C. */
    static final List<Boolean> CONFIDENTIALITY = List.of(false, true);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$-]+");

    /** All up to the first observation. */
    String beginning() {
        String meta = "{\"meta\":" + meta() + ",\"data\":{\"structures\":[";
        if (axes.isEmpty()) {
            return meta + "],\"dataSets\":[";
        }
        ObjectNode dataSet = JSON.objectNode().put("structure", 0).put("action", "Information");
        dataSet.set("links", dataflow());
        ArrayNode values = dataSet.putArray("attributes");
        SdmxAttributes.OF_DATASET.stream().filter(components::tells).forEach(any -> values.add(0));
        String begun = dataSet.toString();
        return meta + structure() + "],\"dataSets\":[" + begun.substring(0, begun.length() - 1)
                + (components.flat() ? ",\"observations\":{" : ",\"series\":{");
    }

    /** It was prepared when the release was published: until another one is, everybody gets the same. */
    private ObjectNode meta() {
        ObjectNode meta = JSON.objectNode();
        ReleasePublished release =
                asked.release().map(Releases.Visible::published).orElse(null);
        meta.put("id", release == null ? "none" : release.releaseId().toString());
        meta.put("test", dataset().synthetic());
        meta.put("prepared", (release == null ? dataset().definedAt() : release.publishedAt()).toString());
        meta.putArray("contentLanguages").add(language.getLanguage()).add(isEnglish() ? "es" : "en");
        ObjectNode sender = meta.putObject("sender").put("id", Dataflows.AGENCY);
        name(sender, Words.of("catalog.publisher"));
        return meta;
    }

    private ObjectNode structure() {
        ObjectNode structure = JSON.objectNode();
        name(structure, dataset().title());
        structure.putArray("dataSets").add(0);
        structure.set("links", dataflow());
        ObjectNode dimensions = structure.putObject("dimensions");
        dimensions.putArray("dataSet").add(frequency());
        ArrayNode series = dimensions.putArray("series");
        ArrayNode observation = dimensions.putArray("observation");
        ArrayNode ofKey = components.flat() ? observation : series;
        ofKey.add(areas());
        for (int i = 0; i < dataset().dimensions().size(); i++) {
            ofKey.add(codes(i));
        }
        observation.add(periods());
        ArrayNode measures = structure.putObject("measures").putArray("observation");
        if (components.value()) {
            measures.add(named(component("OBS_VALUE"), "OBS_VALUE"));
        }
        ObjectNode attributes = structure.putObject("attributes");
        attributes.set("dataSet", ofDataSet());
        attributes.set("observation", ofObservations());
        return structure;
    }

    private ArrayNode dataflow() {
        return JSON.arrayNode().add(JSON.objectNode().put("rel", "dataflow").put("urn", Dataflows.urn(dataset())));
    }

    private ObjectNode frequency() {
        ObjectNode dimension = dimension("FREQ", 0);
        String code = cells.frequency().name();
        name(values(dimension).addObject().put("id", code), Words.of("sdmx.FREQ." + code));
        return named(dimension, "FREQ");
    }

    private ObjectNode areas() {
        ObjectNode dimension = dimension("REF_AREA", 1);
        ArrayNode values = values(dimension);
        for (Territory area : axes.areas()) {
            name(values.addObject().put("id", area.code()), area.labels());
        }
        return named(dimension, "REF_AREA");
    }

    private ObjectNode codes(int place) {
        ObjectNode dimension = dimension(dataset().dimensions().get(place).id(), 2 + place);
        Map<String, Labels> labels = asked.dimensions().labels().get(place);
        ArrayNode values = values(dimension);
        for (String code : axes.codes().get(place)) {
            // what is no id of SDMX is a value that nobody has coded
            ObjectNode value = values.addObject().put(ID.matcher(code).matches() ? "id" : "value", code);
            name(value, labels.getOrDefault(code, new Labels(code, code)));
        }
        return dimension;
    }

    private ObjectNode periods() {
        ObjectNode dimension =
                dimension("TIME_PERIOD", 2 + dataset().dimensions().size());
        dimension.putArray("roles").add("TIME_PERIOD");
        ArrayNode values = values(dimension);
        for (Period period : axes.periods()) {
            values.addObject()
                    .put("id", period.toString())
                    .put("name", period.toString())
                    .put("start", period.start() + "T00:00:00Z")
                    .put("end", period.plus(1).start().minusDays(1) + "T23:59:59Z");
        }
        return named(dimension, "TIME_PERIOD");
    }

    private ArrayNode ofDataSet() {
        Map<String, String> values = Map.of(
                "UNIT_MEASURE", dataset().unit(),
                "UNIT_MULT", "0",
                "DECIMALS", Integer.toString(dataset().decimals()));
        ArrayNode attributes = JSON.arrayNode();
        SdmxAttributes.OF_DATASET.stream().filter(components::tells).forEach(id -> {
            ObjectNode attribute = component(id);
            attribute.putObject("relationship").putObject("dataflow");
            values(attribute).addObject().put("value", values.get(id));
            attributes.add(named(attribute, id));
        });
        return attributes;
    }

    private ArrayNode ofObservations() {
        ArrayNode attributes = JSON.arrayNode();
        SdmxAttributes.ofObservations(dataset()).stream()
                .filter(components::tells)
                .forEach(id -> {
                    ObjectNode attribute = component(id);
                    attribute.putObject("relationship").putObject("observation");
                    coded(id)
                            .forEach(code -> name(
                                    values(attribute).addObject().put("id", code),
                                    Words.of("sdmx." + id + '.' + code)));
                    attributes.add(named(attribute, id));
                });
        return attributes;
    }

    /** The codes of an attribute in the order of their places; of one that is a number there are none. */
    private static Stream<String> coded(String attribute) {
        return switch (attribute) {
            case "OBS_STATUS" -> Stream.of(ObsStatus.values()).map(ObsStatus::name);
            case "CONF_STATUS" -> Stream.of("F", "C");
            default -> Stream.of();
        };
    }

    private DatasetDefined dataset() {
        return cells.dataset();
    }

    private static ObjectNode dimension(String id, int position) {
        return component(id).put("keyPosition", position);
    }

    private static ObjectNode component(String id) {
        return JSON.objectNode().put("id", id);
    }

    private static ArrayNode values(ObjectNode component) {
        return component.withArray("values");
    }

    private ObjectNode named(ObjectNode component, String id) {
        name(component, Words.of("sdmx." + id));
        return component;
    }

    /** In the caller's language, and in both. */
    private void name(ObjectNode named, Labels labels) {
        named.put("name", labels.in(language));
        named.putObject("names").put("es", labels.es()).put("en", labels.en());
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
