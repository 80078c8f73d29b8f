package cl.observatory.query.structure;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.answer.Words;
import cl.observatory.query.structure.CodeLists.CodeList;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Structures as messages in SDMX-JSON 2.0.0: each data set is a data flow with a structure of its own of the same id. */
@ApplicationScoped
class Structures {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONCEPTS = "CONCEPTS";
    private static final List<String> COMPONENTS = List.of("FREQ", "REF_AREA", "TIME_PERIOD", "OBS_VALUE");

    private final CodeLists lists;

    Structures(CodeLists lists) {
        this.lists = lists;
    }

    ObjectNode dataflows(List<DatasetDefined> datasets, References references, Locale language) {
        ObjectNode data = JSON.objectNode();
        data.set("dataflows", all(datasets, language, Structures::dataflow));
        if (references != References.none) {
            data.set("dataStructures", all(datasets, language, this::dataStructure));
        }
        if (references == References.descendants || references == References.all) {
            addWhatStructuresReferTo(data, datasets, language);
        }
        return data;
    }

    ObjectNode dataStructures(List<DatasetDefined> datasets, References references, Locale language) {
        ObjectNode data = JSON.objectNode();
        data.set("dataStructures", all(datasets, language, this::dataStructure));
        if (references == References.all) {
            data.set("dataflows", all(datasets, language, Structures::dataflow));
        }
        if (references != References.none) {
            addWhatStructuresReferTo(data, datasets, language);
        }
        return data;
    }

    @FunctionalInterface
    private interface Described {
        ObjectNode of(DatasetDefined dataset, Names names);
    }

    private static ArrayNode all(List<DatasetDefined> datasets, Locale language, Described described) {
        ArrayNode all = JSON.arrayNode();
        datasets.forEach(dataset -> all.add(described.of(dataset, new Names(language))));
        return all;
    }

    private static ObjectNode dataflow(DatasetDefined dataset, Names names) {
        return names.maintained(Dataflows.id(dataset), dataset.title())
                .put(
                        "structure",
                        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" + Dataflows.reference(dataset));
    }

    private ObjectNode dataStructure(DatasetDefined dataset, Names names) {
        ObjectNode structure = names.maintained(Dataflows.id(dataset), dataset.title());
        ObjectNode components = structure.putObject("dataStructureComponents");
        ObjectNode dimensions = components.putObject("dimensionList").put("id", "DimensionDescriptor");
        ArrayNode coded = dimensions.putArray("dimensions");
        coded.add(component("FREQ").put("position", 0).set("localRepresentation", enumerated(CodeLists.id("FREQ"))));
        coded.add(component("REF_AREA")
                .put("position", 1)
                .set("localRepresentation", enumerated(CodeLists.id("REF_AREA"))));
        for (DatasetDefined.Dimension dimension : dataset.dimensions()) {
            ObjectNode representation = lists.of(dimension)
                    .map(CodeList::id)
                    .map(Structures::enumerated)
                    .orElseGet(() -> formatted("String"));
            coded.add(
                    component(dimension.id()).put("position", coded.size()).set("localRepresentation", representation));
        }
        dimensions.set(
                "timeDimension",
                component("TIME_PERIOD").set("localRepresentation", formatted("ObservationalTimePeriod")));
        components
                .putObject("measureList")
                .put("id", "MeasureDescriptor")
                .putArray("measures")
                .add(component("OBS_VALUE").set("localRepresentation", number(dataset.decimals())));
        components.putObject("attributeList").put("id", "AttributeDescriptor").set("attributes", attributes(dataset));
        return structure;
    }

    private static ArrayNode attributes(DatasetDefined dataset) {
        ArrayNode attributes = JSON.arrayNode();
        for (String id : SdmxAttributes.OF_DATASET) {
            ObjectNode attribute = component(id).put("usage", "mandatory");
            attribute.putObject("attributeRelationship").putObject("dataflow");
            attributes.add(
                    attribute.set("localRepresentation", formatted(id.equals("UNIT_MEASURE") ? "String" : "Integer")));
        }
        for (String id : SdmxAttributes.ofObservations(dataset)) {
            ObjectNode attribute = component(id).put("usage", id.endsWith("_STATUS") ? "mandatory" : "optional");
            attribute.putObject("attributeRelationship").putObject("observation");
            ObjectNode representation = switch (id) {
                case "OBS_STATUS", "CONF_STATUS" -> enumerated(CodeLists.id(id));
                case "SAMPLE_SIZE", "DF" -> number(0);
                default -> number(dataset.decimals());
            };
            attributes.add(attribute.set("localRepresentation", representation));
        }
        return attributes;
    }

    private void addWhatStructuresReferTo(ObjectNode data, List<DatasetDefined> datasets, Locale language) {
        Names names = new Names(language);
        ObjectNode scheme = names.maintained(CONCEPTS, Words.of("sdmx.CONCEPTS"));
        ArrayNode concepts = scheme.putArray("concepts");
        concepts(datasets)
                .forEach((id, labels) ->
                        concepts.add(names.name(JSON.objectNode().put("id", id), labels)));
        data.putArray("conceptSchemes").add(scheme);
        ArrayNode codelists = data.putArray("codelists");
        Set<CodeList> used = new LinkedHashSet<>(lists.common());
        datasets.stream()
                .flatMap(dataset -> dataset.dimensions().stream())
                .distinct()
                .forEach(dimension -> lists.of(dimension).ifPresent(used::add));
        used.forEach(list -> codelists.add(codelist(list, names)));
    }

    private static Map<String, Labels> concepts(List<DatasetDefined> datasets) {
        Map<String, Labels> concepts = new LinkedHashMap<>();
        Stream.concat(COMPONENTS.stream(), SdmxAttributes.OF_DATASET.stream())
                .forEach(id -> concepts.put(id, Words.of("sdmx." + id)));
        for (DatasetDefined dataset : datasets) {
            SdmxAttributes.ofObservations(dataset).forEach(id -> concepts.put(id, Words.of("sdmx." + id)));
            dataset.dimensions()
                    .forEach(dimension -> concepts.put(dimension.id(), new Labels(dimension.id(), dimension.id())));
        }
        return concepts;
    }

    private static ObjectNode codelist(CodeList list, Names names) {
        ObjectNode codelist = names.maintained(list.id(), list.labels());
        ArrayNode codes = codelist.putArray("codes");
        list.codes().forEach(each -> {
            ObjectNode code = names.name(JSON.objectNode().put("id", each.id()), each.labels());
            if (each.parent() != null) {
                code.put("parent", each.parent());
            }
            codes.add(code);
        });
        return codelist;
    }

    private static ObjectNode component(String id) {
        return JSON.objectNode()
                .put("id", id)
                .put(
                        "conceptIdentity",
                        "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=%s:%s(%s).%s"
                                .formatted(Dataflows.AGENCY, CONCEPTS, Dataflows.VERSION, id));
    }

    private static ObjectNode enumerated(String codelist) {
        return JSON.objectNode()
                .put(
                        "enumeration",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=%s:%s(%s)"
                                .formatted(Dataflows.AGENCY, codelist, Dataflows.VERSION));
    }

    private static ObjectNode formatted(String dataType) {
        return JSON.objectNode().set("format", JSON.objectNode().put("dataType", dataType));
    }

    private static ObjectNode number(int decimals) {
        ObjectNode number = formatted(decimals == 0 ? "Long" : "Decimal");
        if (decimals > 0) {
            ((ObjectNode) number.get("format")).put("decimals", decimals);
        }
        return number;
    }

    /** How things are named in a language. */
    private record Names(Locale language) {

        ObjectNode maintained(String id, Labels labels) {
            ObjectNode maintained = JSON.objectNode()
                    .put("id", id)
                    .put("agencyID", Dataflows.AGENCY)
                    .put("version", Dataflows.VERSION)
                    .put("isExternalReference", false);
            return name(maintained, labels);
        }

        ObjectNode name(ObjectNode named, Labels labels) {
            named.put("name", labels.in(language));
            named.putObject("names").put("es", labels.es()).put("en", labels.en());
            return named;
        }
    }
}
