package cl.observatory.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.Samples.Sample;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseVisible;
import cl.observatory.events.release.ReleaseWithdrawn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written keeps the stored contract, and what the contract shows can be read. */
class EventContractTest {

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry(TerritoriesPublished.TYPE, TerritoriesPublished.class),
            Map.entry(ClassificationPublished.TYPE, ClassificationPublished.class),
            Map.entry(DatasetDefined.TYPE, DatasetDefined.class),
            Map.entry(IndicatorDefined.TYPE, IndicatorDefined.class),
            Map.entry(BreaksDefined.TYPE, BreaksDefined.class),
            Map.entry(SourceDefined.TYPE, SourceDefined.class),
            Map.entry(SourceObserved.TYPE, SourceObserved.class),
            Map.entry(AnnotationPublished.TYPE, AnnotationPublished.class),
            Map.entry(BoundaryShapes.TYPE, BoundaryShapes.class),
            Map.entry(BoundariesPublished.TYPE, BoundariesPublished.class),
            Map.entry(ReleasePublished.TYPE, ReleasePublished.class),
            Map.entry(ReleaseVisible.TYPE, ReleaseVisible.class),
            Map.entry(ReleaseWithdrawn.TYPE, ReleaseWithdrawn.class),
            Map.entry(AlertRuleDefined.TYPE, AlertRuleDefined.class),
            Map.entry(AlertRaised.TYPE, AlertRaised.class),
            Map.entry(AlertWithdrawn.TYPE, AlertWithdrawn.class));

    /** Every type constant of this module. */
    static Set<String> types() {
        JavaClasses module = new ClassFileImporter().importPackages("cl.observatory.events");
        return module.stream()
                .flatMap(type -> type.tryGetField("TYPE").stream())
                .map(field -> value(field.getOwner()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> recordTypes() {
        return RECORDS.keySet().stream().sorted();
    }

    @Test
    void everyTypeHasASchemaAndAnExampleAndNothingElseHas() throws IOException {
        // When
        Set<String> stored;
        try (Stream<Path> files = Files.list(Contracts.FOLDER)) {
            stored = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        Set<String> expected = new TreeSet<>();
        types().forEach(type -> expected.addAll(List.of(type + ".schema.json", type + ".example.json")));
        assertEquals(expected, stored);
    }

    @Test
    void everyTypeHasARecordThatIsTestedHere() {
        // Given
        Set<String> tested = new TreeSet<>(RECORDS.keySet());
        tested.add(ObservationBatch.TYPE);

        // When
        Set<String> types = types();

        // Then
        assertEquals(types, tested);
        assertEquals(RECORDS.keySet(), Samples.all().stream().map(Sample::type).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("cl.observatory.events.Samples#all")
    void writtenEventsKeepTheirSchemaAndHaveNoMemberThatItDoesNotName(Sample sample) throws IOException {
        // When
        JsonNode written = Contracts.JSON.readTree(EventJson.write(sample.data()));

        // Then
        assertEquals(List.of(), Contracts.faultsAndUnnamedMembers(sample.type(), written));
    }

    @ParameterizedTest
    @MethodSource("cl.observatory.events.Samples#batches")
    void writtenBatchesKeepTheirSchemaOnceTheyAreUnpacked(ObservationBatch batch) throws IOException {
        // When
        byte[] written = ObservationBatchCodec.encode(batch);

        // Then
        JsonNode unpacked = unpacked(written);
        assertEquals(List.of(), Contracts.faultsAndUnnamedMembers(ObservationBatch.TYPE, unpacked));
        assertEquals(batch.hasAttributes(), unpacked.has("attributes"));
    }

    /** Definitions of before there was a choice say nothing of it. */
    @Test
    void dataSetWithoutAWordOnAggregationIsAddedUpAsItsKindSays() {
        // Given
        ObjectNode example = Contracts.example(DatasetDefined.TYPE).deepCopy();
        example.remove("aggregation");

        // When
        DatasetDefined counts = EventJson.read(bytes(example), DatasetDefined.class);
        DatasetDefined index = EventJson.read(bytes(example.put("kind", "INDEX")), DatasetDefined.class);

        // Then
        assertEquals("SUM", counts.aggregation());
        assertEquals("NONE", index.aggregation());
        assertEquals(EventJson.read(bytes(Contracts.example(DatasetDefined.TYPE)), DatasetDefined.class), counts);
    }

    @ParameterizedTest
    @MethodSource("types")
    void examplesKeepTheirSchema(String type) {
        // When
        List<String> faults = Contracts.faultsAndUnnamedMembers(type, Contracts.example(type));

        // Then
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("recordTypes")
    void nothingOfAnExampleIsLostOnReadingIt(String type) throws IOException {
        // Given
        JsonNode example = Contracts.example(type);

        // When
        Object read = EventJson.read(bytes(example), RECORDS.get(type));

        // Then
        assertEquals(example, Contracts.JSON.readTree(EventJson.write(read)));
    }

    @ParameterizedTest
    @MethodSource("recordTypes")
    void unknownMembersAtEveryLevelChangeNothingForAReader(String type) {
        // Given
        JsonNode example = Contracts.example(type);
        JsonNode newer = withUnknownMembers(example, type.equals(IndicatorDefined.TYPE) ? "filters" : "");

        // When
        Object read = EventJson.read(bytes(newer), RECORDS.get(type));

        // Then
        assertEquals(EventJson.read(bytes(example), RECORDS.get(type)), read);
        assertEquals(List.of(), Contracts.faults(type, newer));
    }

    @Test
    void nothingOfTheExampleBatchIsLostOnReadingIt() throws IOException {
        // Given
        JsonNode example = Contracts.example(ObservationBatch.TYPE);

        // When
        ObservationBatch read = ObservationBatchCodec.decode(Zstd.compress(bytes(example)));

        // Then
        assertEquals(example, unpacked(ObservationBatchCodec.encode(read)));
    }

    @Test
    void unknownMembersOfABatchChangeNothingForAReader() throws IOException {
        // Given
        ObjectNode newer = Contracts.example(ObservationBatch.TYPE).deepCopy();
        newer.put("aNumber", 1).putObject("anObject").putArray("columns").add("x");

        // When
        ObservationBatch read = ObservationBatchCodec.decode(Zstd.compress(bytes(newer)));

        // Then
        assertEquals(Contracts.example(ObservationBatch.TYPE), unpacked(ObservationBatchCodec.encode(read)));
        assertEquals(List.of(), Contracts.faults(ObservationBatch.TYPE, newer));
    }

    @Test
    void exampleReleaseIsMadeUpOfTheExampleBatch() {
        // Given
        ReleasePublished release =
                EventJson.read(bytes(Contracts.example(ReleasePublished.TYPE)), ReleasePublished.class);
        ObservationBatch batch =
                ObservationBatchCodec.decode(Zstd.compress(bytes(Contracts.example(ObservationBatch.TYPE))));

        // When
        ReleaseChecksum checksum = new ReleaseChecksum();
        checksum.add(batch);

        // Then
        assertEquals(release.releaseId(), batch.releaseId());
        assertEquals(release.rows(), batch.rows());
        assertEquals(release.checksum(), checksum.hex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cl.observatory.territories.published.v1 /version \"1\"",
                "cl.observatory.territories.published.v1 /territories []",
                "cl.observatory.territories.published.v1 /territories/0/parent \"CL\"",
                "cl.observatory.territories.published.v1 /territories/6/parent -",
                "cl.observatory.territories.published.v1 /territories/6/code \"1999\"",
                "cl.observatory.territories.published.v1 /territories/6/validFrom \"2018-13-01\"",
                "cl.observatory.territories.published.v1 /territories/6/labels/en -",
                "cl.observatory.territories.published.v1 /successions/0/weight 0",
                "cl.observatory.classification.published.v1 /codes/0/code \"a|b\"",
                "cl.observatory.classification.published.v1 /correspondences/0/match \"?\"",
                "cl.observatory.classification.published.v1 /correspondences/0/tags -",
                "cl.observatory.classification.published.v1 /bundles/0/members []",
                "cl.observatory.classification.published.v1 /bundles/0/proxy \"no\"",
                "cl.observatory.dataset.defined.v1 /id \"Casos\"",
                "cl.observatory.dataset.defined.v1 /decimals 2",
                "cl.observatory.dataset.defined.v1 /kind \"POPULATION\"",
                "cl.observatory.dataset.defined.v1 /frequency \"W\"",
                "cl.observatory.dataset.defined.v1 /dimensions/0/id \"OBS_VALUE\"",
                "cl.observatory.dataset.defined.v1 /definedAt \"2026-11-01T12:00:00-03:00\"",
                "cl.observatory.dataset.defined.v1 /source/licence -",
                "cl.observatory.dataset.defined.v1 /aggregation \"AVERAGE\"",
                "cl.observatory.dataset.defined.v1 /kind \"INDEX\"",
                "cl.observatory.dataset.defined.v1 /kind \"ESTIMATE\"",
                "cl.observatory.dataset.defined.v1 /statistic \"MEAN\"",
                "cl.observatory.breaks.defined.v1 /version 0",
                "cl.observatory.breaks.defined.v1 /breaks/0/period \"2024-13\"",
                "cl.observatory.breaks.defined.v1 /breaks/0/type \"MOOD\"",
                "cl.observatory.breaks.defined.v1 /breaks/0/note/es -",
                "cl.observatory.breaks.defined.v1 /breaks/1/bridge/factor 0",
                "cl.observatory.breaks.defined.v1 /breaks/1/bridge/note -",
                "cl.observatory.observations.batch.v1 /attributes {}",
                "cl.observatory.observations.batch.v1 /attributes {\"STD_ERR\":[-1,1,1,1]}",
                "cl.observatory.observations.batch.v1 /attributes {\"DF\":[1.5,1,1,1]}",
                "cl.observatory.indicator.defined.v1 /denominator -",
                "cl.observatory.indicator.defined.v1 /per 0",
                "cl.observatory.indicator.defined.v1 /type \"COUNT\"",
                "cl.observatory.indicator.defined.v1 /numerator/filters/CRIME_CLASS []",
                "cl.observatory.source.defined.v1 /feeds []",
                "cl.observatory.source.defined.v1 /cadence \"monthly\"",
                "cl.observatory.source.defined.v1 /feeds/0/columns -",
                "cl.observatory.source.observed.v1 /state \"DELIVERED\"",
                "cl.observatory.source.observed.v1 /differences []",
                "cl.observatory.source.observed.v1 /delivery/sha256 \"9F\"",
                "cl.observatory.annotation.published.v1 /state \"PENDING\"",
                "cl.observatory.annotation.published.v1 /dataset -",
                "cl.observatory.annotation.published.v1 /indicator \"CASES\"",
                "cl.observatory.annotation.published.v1 /text/es -",
                "cl.observatory.annotation.published.v1 /reference \"javascript:x\"",
                "cl.observatory.annotation.published.v1 /periodTo \"March\"",
                "cl.observatory.boundaries.shapes.v1 /zoom \"street\"",
                "cl.observatory.boundaries.shapes.v1 /shapes []",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/code \"1101\"",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/bbox/3 \"north\"",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/coordinates/0/0 []",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/coordinates/0/0/0/1 -91",
                "cl.observatory.boundaries.published.v1 /validFrom -",
                "cl.observatory.boundaries.published.v1 /source/licence -",
                "cl.observatory.boundaries.published.v1 /source/url \"javascript:x\"",
                "cl.observatory.boundaries.published.v1 /parts 0",
                "cl.observatory.boundaries.published.v1 /missing/0 \"Antarctica\"",
                "cl.observatory.observations.batch.v1 /rows 0",
                "cl.observatory.observations.batch.v1 /releaseId \"x\"",
                "cl.observatory.observations.batch.v1 /columns/OBS_VALUE -",
                "cl.observatory.observations.batch.v1 /columns/OBS_VALUE/0 1.5",
                "cl.observatory.observations.batch.v1 /columns/REF_AREA/0 -1",
                "cl.observatory.observations.batch.v1 /dictionaries/OBS_STATUS/0 \"Z\"",
                "cl.observatory.observations.batch.v1 /dictionaries/TIME_PERIOD/0 \"2024-13\"",
                "cl.observatory.release.published.v1 /checksum \"D4\"",
                "cl.observatory.release.published.v1 /sequence 0",
                "cl.observatory.release.published.v1 /status \"DRAFT\"",
                "cl.observatory.release.published.v1 /dataset/unit -",
                "cl.observatory.release.published.v1 /retrievedAt \"yesterday\"",
                "cl.observatory.release.visible.v1 /releaseId -",
                "cl.observatory.release.visible.v1 /rows \"4\"",
                "cl.observatory.release.visible.v1 /publishedAt 1",
                "cl.observatory.release.published.v1 /update \"PATCH\"",
                "cl.observatory.release.published.v1 /totalRows 0",
                "cl.observatory.release.published.v1 /rows 0",
                "cl.observatory.release.published.v1 /basedOn \"x\"",
                "cl.observatory.release.withdrawn.v1 /reason \"REGRET\"",
                "cl.observatory.release.withdrawn.v1 /reason \"DISCLOSURE\"",
                "cl.observatory.release.withdrawn.v1 /note -",
                "cl.observatory.release.withdrawn.v1 /publishedAt -",
                "cl.observatory.alertrule.defined.v1 /version 0",
                "cl.observatory.alertrule.defined.v1 /level -",
                "cl.observatory.alertrule.defined.v1 /frequency -",
                "cl.observatory.alertrule.defined.v1 /territories []",
                "cl.observatory.alertrule.defined.v1 /method/type \"NEW_RELEASE\"",
                "cl.observatory.alertrule.defined.v1 /method/type \"CUSUM\"",
                "cl.observatory.alertrule.defined.v1 /method/alpha 1",
                "cl.observatory.alertrule.defined.v1 /method/alpha -",
                "cl.observatory.alert.raised.v1 /bound -",
                "cl.observatory.alert.raised.v1 /observed \"21\"",
                "cl.observatory.alert.raised.v1 /pValue 2",
                "cl.observatory.alert.raised.v1 /caveats -",
                "cl.observatory.alert.raised.v1 /territory \"1999\"",
                "cl.observatory.alert.raised.v1 /source/licence -",
                "cl.observatory.alert.withdrawn.v1 /reason \"REGRET\"",
                "cl.observatory.alert.withdrawn.v1 /releaseId -",
            })
    void brokenDocumentsAreRefused(String type, String pointer, String value) throws IOException {
        // Given
        JsonNode document = Contracts.example(type).deepCopy();
        JsonNode holder = document.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);

        // When
        if (value.equals("-")) {
            ((ObjectNode) holder).remove(last);
        } else if (holder instanceof ObjectNode object) {
            object.set(last, Contracts.JSON.readTree(value));
        } else {
            ((ArrayNode) holder).set(Integer.parseInt(last), Contracts.JSON.readTree(value));
        }

        // Then
        assertNotEquals(Contracts.example(type), document);
        assertFalse(Contracts.faults(type, document).isEmpty());
    }

    /**
     * @param except name of a member that is a map, whose members all mean something
     */
    private static JsonNode withUnknownMembers(JsonNode node, String except) {
        JsonNode copy = node.deepCopy();
        addUnknownMembers(copy, except);
        return copy;
    }

    private static void addUnknownMembers(JsonNode node, String except) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!member.getKey().equals(except)) {
                addUnknownMembers(member.getValue(), except);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> addUnknownMembers(element, except));
        }
        if (node instanceof ObjectNode object) {
            object.put("aText", "new").putObject("anObject").putArray("aList").addNull();
        }
    }

    private static JsonNode unpacked(byte[] batch) throws IOException {
        return Contracts.JSON.readTree(Zstd.decompress(batch, (int) Zstd.getFrameContentSize(batch)));
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(JavaClass type) {
        try {
            return (String) type.reflect().getField("TYPE").get(null);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(type.getName(), unreadable);
        }
    }
}
