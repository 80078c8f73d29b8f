package cl.observatory.query;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
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
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseVisible;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsVisible;
import cl.observatory.events.time.Frequency;
import cl.observatory.local.TestServers;
import cl.observatory.query.Publisher.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This service reads what the stored contracts of events show, and keeps them in what it sends. */
@QuarkusTest
@WithTestResource(Servers.class)
class EventContractTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Publisher publisher;

    @BeforeEach
    void openPublisher() {
        publisher = new Publisher();
    }

    /** The examples bring a table of territories; the other tests have theirs back before they go on. */
    @AfterEach
    void restoreTerritories() {
        publisher.territories();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        Caller.reader().get("/v1/territories/01107").then().statusCode(200));
        publisher.close();
    }

    @Test
    void examplesOfANewerVersionMakeUpAnAnswer() {
        // Given
        send(Topics.REFERENCE, TerritoriesPublished.TYPE, TerritoriesPublished.SUBJECT);
        send(Topics.REFERENCE, ClassificationPublished.TYPE, "CEAD-2024");
        send(Topics.REFERENCE, DatasetDefined.TYPE, "synthetic-cases");
        send(Topics.REFERENCE, IndicatorDefined.TYPE, "SYNTHETIC_DRUG_LAW_RATE");
        send(Topics.REFERENCE, BreaksDefined.TYPE, "synthetic-cases");
        send(Topics.REFERENCE, AlertRuleDefined.TYPE, "SYNTHETIC_DRUG_LAW_UNUSUAL");

        // When
        send(Topics.RELEASES, ObservationBatch.TYPE, "synthetic-cases");
        send(Topics.RELEASES, ReleasePublished.TYPE, "synthetic-cases");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .queryParam("territory", "13")
                        .queryParam("period", "2024-01")
                        .get("/v1/datasets/synthetic-cases/observations")
                        .then()
                        .statusCode(200)
                        .body("items[0].value", equalTo(12))
                        .body("items[0].status", equalTo("P"))
                        .body("items[0].dimensions.CRIME_CLASS.labels.en", equalTo("Trafficking of substances"))
                        .body("sources[0].release.sequence", equalTo(3)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .get("/v1/indicators/SYNTHETIC_DRUG_LAW_RATE")
                        .then()
                        .statusCode(200)
                        .body("indicator.version", equalTo(2))
                        .body("aggregation", equalTo("RATIO_OF_SUMS"))
                        .body("numerator.filters.CRIME_CLASS", hasSize(4))
                        .body("numerator.bundles[0].code", equalTo("DRUG_LAW"))
                        .body("numerator.bundles[0].labels.es", equalTo("Ley de drogas"))
                        .body("numerator.bundles[0].members", hasSize(4))
                        .body("numerator.bundles[0].proxy", equalTo(false)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .queryParam("dataset", "synthetic-cases")
                        .get("/v1/breaks")
                        .then()
                        .statusCode(200)
                        .body("items.type", contains("CLASSIFICATION", "METHOD"))
                        .body("items[1].bridge.factor", equalTo(new BigDecimal("0.95"))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .get("/v1/alert-rules/SYNTHETIC_DRUG_LAW_UNUSUAL")
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(2))
                        .body("territories", contains("13101", "13127"))
                        .body("method.halfWindow", equalTo(1)));
    }

    @Test
    void whatIsToldOfAlertsKeepsItsContract() {
        // Given
        try (History history = History.ofCases()) {
            String code = history.dataset().toUpperCase(Locale.ROOT).replace('-', '_');
            publisher.define(Publisher.count(code, history.dataset(), "40101"));
            AlertRuleDefined rule =
                    Alerting.communes(code, Frequency.M, Alerting.threshold(AlertRuleDefined.ABOVE, "2.5"));
            Alerting.define(publisher, rule);
            Alerting.define(publisher, Alerting.newRelease(code));
            ReleasePublished release = history.full(Instant.now(), List.of(Row.of("01107", "2024-01", "40101", 3)));
            Alerting.awaitEvaluated(rule, release.releaseId());
            Alerting.awaitEvaluated(Alerting.newRelease(code), release.releaseId());

            // When
            history.withdraw(release, "ERROR");
            List<Event> events = await().atMost(PATIENCE).until(() -> told(history.dataset()), hasSize(5)).stream()
                    .map(record -> Event.read(record.headers(), record.value()))
                    .toList();

            // Then
            assertEquals(
                    List.of(
                            ReleaseVisible.TYPE,
                            AlertRaised.TYPE,
                            AlertRaised.TYPE,
                            AlertWithdrawn.TYPE,
                            AlertWithdrawn.TYPE),
                    events.stream().map(Event::type).toList());
            events.forEach(event -> assertEquals(List.of(), faults(event), event.type()));
        }
    }

    @Test
    void examplesOfANewerVersionAreSourcesAndAnnotations() {
        // When
        send(Topics.REFERENCE, SourceDefined.TYPE, "synthetic-police");
        send(Topics.REFERENCE, SourceObserved.TYPE, "synthetic-cases");
        send(Topics.REFERENCE, AnnotationPublished.TYPE, "0b0f5a3e-6a1d-4f0e-9a53-2f6f1f0c7d11");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .queryParam("dataset", "synthetic-cases")
                        .get("/v1/annotations")
                        .then()
                        .statusCode(200)
                        .body("items.organization", hasItem("synthetic-municipality")));
        Caller.reader()
                .get("/v1/sources/synthetic-police")
                .then()
                .statusCode(200)
                .body("state", equalTo("CHANGED_SHAPE"))
                .body("feeds[0].lastDelivery.lastPeriod", equalTo("2026-08"));
    }

    @Test
    void examplesOfANewerVersionAreDrawn() {
        // When
        send(Topics.REFERENCE, TerritoriesPublished.TYPE, TerritoriesPublished.SUBJECT);
        send(Topics.REFERENCE, BoundaryShapes.TYPE, "synthetic-squares");
        send(Topics.REFERENCE, BoundariesPublished.TYPE, "synthetic-squares");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .queryParam("validAt", "2018-09-06")
                        .get("/v1/territories.geojson")
                        .then()
                        .statusCode(200)
                        .body("features.find { it.id == '13101' }.geometry.type", equalTo("MultiPolygon"))
                        .body("boundarySource.edition", equalTo("synthetic-squares")));
    }

    @Test
    void exampleOfANewerVersionIsAMonthOfSignalsAndWhatIsToldOfItKeepsItsContract() {
        // When
        send(Topics.COMMUNITY, SignalsClosed.TYPE, "EXTORTION");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .get("/v1/signals?category=EXTORTION&territory=13101,13&period=2026-10")
                        .then()
                        .statusCode(200)
                        .body("items.band[1]", equalTo("10-14"))
                        .body("items[0].atLeast", equalTo(15))
                        .body("items[0].category.labels.es", equalTo("Extorsión o cobro de protección")));
        List<Event> events = await().atMost(PATIENCE).until(() -> told("EXTORTION"), hasSize(1)).stream()
                .map(record -> Event.read(record.headers(), record.value()))
                .toList();
        assertEquals(
                List.of(SignalsVisible.TYPE), events.stream().map(Event::type).toList());
        assertEquals(List.of(), faults(events.getFirst()));
    }

    @Test
    void exampleOfANewerVersionIsARootOfFilingAndIsPassedOnByItsContract() {
        // When
        send(Topics.COMMUNITY, FilingRootSigned.TYPE, FilingRootSigned.SUBJECT);

        // Then
        UUID passedOn = UUID.nameUUIDFromBytes((FilingRootPublished.TYPE + " 2").getBytes(StandardCharsets.UTF_8));
        Event event = await().atMost(PATIENCE)
                .until(
                        () -> told(FilingRootPublished.SUBJECT).stream()
                                .map(record -> Event.read(record.headers(), record.value()))
                                .filter(told -> told.id().equals(passedOn))
                                .toList(),
                        hasSize(1))
                .getFirst();
        assertEquals(FilingRootPublished.TYPE, event.type());
        assertEquals("/observatory-query", event.source());
        assertEquals(List.of(), faults(event));
    }

    @Test
    void whatIsToldOfAVisibleReleaseKeepsItsContract() {
        // Given
        DatasetDefined dataset =
                Publisher.cases("contract-" + UUID.randomUUID().toString().substring(0, 8));
        publisher.territories();

        // When
        ReleasePublished release = publisher.release(dataset, 1, List.of(Row.of("01107", "2024-01", "40101", 3)));
        ConsumerRecord<String, byte[]> told = await().atMost(PATIENCE)
                .until(() -> told(dataset.id()), hasSize(1))
                .getFirst();

        // Then
        Event event = Event.read(told.headers(), told.value());
        assertEquals(ReleaseVisible.TYPE, event.type());
        assertEquals("/observatory-query", event.source());
        assertEquals(dataset.id(), event.subject());
        assertEquals(release.releaseId(), event.data(ReleaseVisible.class).releaseId());
        assertEquals(List.of(), faults(event));
    }

    /** An example, with members that no reader of today knows. */
    private void send(String topic, String type, String subject) {
        ObjectNode example = (ObjectNode) example(type);
        addUnknownMembers(example);
        byte[] json = example.toString().getBytes(StandardCharsets.UTF_8);
        boolean packed = type.equals(ObservationBatch.TYPE);
        publisher.send(
                topic,
                new Event(
                        UUID.randomUUID(),
                        "/test",
                        type,
                        subject,
                        Instant.now(),
                        packed ? Event.Encoding.ZSTD : Event.Encoding.IDENTITY,
                        packed ? Zstd.compress(json) : json));
    }

    /** Maps from names to codes or columns are left alone: all their members mean something. */
    private static void addUnknownMembers(JsonNode node) {
        node.properties().stream()
                .filter(member -> !List.of("filters", "dictionaries", "columns").contains(member.getKey()))
                .forEach(member -> addUnknownMembers(member.getValue()));
        if (node.isArray()) {
            node.forEach(EventContractTest::addUnknownMembers);
        }
        if (node instanceof ObjectNode object) {
            object.put("aNewText", "new")
                    .putObject("aNewObject")
                    .putArray("aNewList")
                    .add(1);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> told(String subject) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.PUBLIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records.stream().filter(record -> record.key().equals(subject)).toList();
    }

    private static List<String> faults(Event event) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(read(event.type() + ".schema.json"))
                .validate(new String(event.data(), StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode example(String type) {
        try {
            return JSON.readTree(read(type + ".example.json"));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(CONTRACTS.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
