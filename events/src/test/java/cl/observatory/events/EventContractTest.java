package cl.observatory.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Samples.Sample;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.filing.FilingRootPublished;
import cl.observatory.events.filing.FilingRootSigned;
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
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsVisible;
import com.fasterxml.jackson.databind.JsonNode;
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
            Map.entry(AlertWithdrawn.TYPE, AlertWithdrawn.class),
            Map.entry(SignalsClosed.TYPE, SignalsClosed.class),
            Map.entry(SignalsVisible.TYPE, SignalsVisible.class),
            Map.entry(FilingRootSigned.TYPE, FilingRootSigned.class),
            Map.entry(FilingRootPublished.TYPE, FilingRootPublished.class));

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
