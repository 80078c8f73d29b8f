package cl.observatory.ingest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
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
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.local.TestServers;
import com.github.luben.zstd.Zstd;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What this service sends keeps the stored contracts of events. */
@QuarkusTest
@WithTestResource(Servers.class)
class EventContractTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts/events");
    private static final String BASE = "https://contracts.invalid/";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemas(iri ->
                            iri.startsWith(BASE) ? read(CONTRACTS.resolve(iri.substring(BASE.length()))) : null));

    @Test
    void everyEventThatWasSentKeepsItsContract() {
        // Given
        String cases = Definitions.newId();
        String population = Definitions.newId();
        define(cases, population);
        register(cases);
        publish(cases);
        draw();
        String annotation = annotate(cases);

        // When
        Set<String> subjects = Set.of(
                TerritoriesPublished.SUBJECT,
                Classifications.CEAD,
                Classifications.ICCS,
                cases,
                population,
                annotation,
                "contract-source",
                "contract-boundaries",
                "CONTRACT_RATE",
                "CONTRACT_SHARE",
                "CONTRACT_RULE");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        records.addAll(sent(Topics.REFERENCE, subjects));
        records.addAll(sent(Topics.RELEASES, subjects));

        // Then
        Set<String> types = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Event event = Event.read(record.headers(), record.value());
            types.add(event.type());
            assertEquals(event.subject(), record.key());
            assertEquals(IngestEvents.SOURCE, event.source());
            assertEquals(List.of(), faults(event), event.type() + " about " + event.subject());
        }
        assertEquals(
                Set.of(
                        TerritoriesPublished.TYPE,
                        ClassificationPublished.TYPE,
                        DatasetDefined.TYPE,
                        IndicatorDefined.TYPE,
                        BreaksDefined.TYPE,
                        AlertRuleDefined.TYPE,
                        SourceDefined.TYPE,
                        SourceObserved.TYPE,
                        AnnotationPublished.TYPE,
                        BoundaryShapes.TYPE,
                        BoundariesPublished.TYPE,
                        ObservationBatch.TYPE,
                        ReleasePublished.TYPE),
                types);
    }

    private static void define(String cases, String population) {
        for (String definition : List.of(Definitions.cases(cases), Definitions.population(population))) {
            Caller.steward()
                    .contentType(ContentType.JSON)
                    .body(definition)
                    .post("/v1/datasets")
                    .then()
                    .statusCode(201);
        }
        Caller.steward()
                .contentType(ContentType.JSON)
                .body(Definitions.profile("plain"))
                .post("/v1/datasets/{id}/profiles", cases)
                .then()
                .statusCode(201);
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"labels": {"es": "Tasa", "en": "Rate"}, "description": {"es": "Qué es", "en": "What it is"},
                         "type": "RATE", "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["40101"]}},
                         "denominator": {"dataset": "%s", "filters": {}}, "per": 100000, "unit": "R100K",
                         "direction": "AMBIGUOUS", "proxy": false}
                        """.formatted(cases, population))
                .put("/v1/indicators/CONTRACT_RATE")
                .then()
                .statusCode(200);
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"labels": {"es": "Proporción", "en": "Share"},
                         "description": {"es": "Proporción", "en": "Share"}, "type": "SHARE",
                         "numerator": {"dataset": "%1$s", "filters": {"CRIME_CLASS": ["40101"]}},
                         "denominator": {"dataset": "%1$s", "filters": {}, "bundles": {"CRIME_CLASS": ["OC_PROXY"]}},
                         "unit": "PT", "direction": "AMBIGUOUS", "proxy": true}
                        """.formatted(cases))
                .put("/v1/indicators/CONTRACT_SHARE")
                .then()
                .statusCode(200);
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"breaks": [{"period": "2024-02", "type": "METHOD", "note": {"es": "Otro", "en": "Another"},
                                     "bridge": {"factor": 0.95, "note": {"es": "Enlace", "en": "Link"}}}]}
                        """)
                .put("/v1/datasets/{id}/breaks", cases)
                .then()
                .statusCode(200);
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"labels": {"es": "Inusual", "en": "Unusual"}, "indicator": "CONTRACT_RATE",
                         "level": "commune", "frequency": "M", "method": {"type": "CUSUM"}}
                        """)
                .put("/v1/alert-rules/CONTRACT_RULE")
                .then()
                .statusCode(200);
    }

    /** A publisher, and a file of it that has changed its shape. */
    private static void register(String dataset) {
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"labels": {"es": "Fuente", "en": "Source"}, "publisher": "Nobody", "licence": "CC0-1.0",
                         "feeds": [{"dataset": "%s", "profile": "plain"}], "cadence": "P1M"}
                        """.formatted(dataset))
                .put("/v1/sources/contract-source")
                .then()
                .statusCode(200);
        Caller.steward()
                .contentType("text/csv")
                .queryParam("profile", "plain")
                .body("area,month,class,number\n13101,2024-01,40101,3\n")
                .post("/v1/datasets/{id}/imports", dataset)
                .then()
                .statusCode(422);
    }

    /** Two communes in place of all. */
    private static void draw() {
        Caller.steward()
                .contentType("application/geo+json")
                .queryParam("codeProperty", "cut")
                .queryParam("validFrom", "2018-09-06")
                .queryParam("publisher", "Nobody")
                .queryParam("title", "Squares")
                .queryParam("licence", "CC0-1.0")
                .body("""
                        {"type": "FeatureCollection", "features": [
                         {"type": "Feature", "properties": {"cut": 1101}, "geometry": {"type": "Polygon",
                          "coordinates": [[[-70, -20], [-69, -20], [-69, -19], [-70, -19], [-70, -20]]]}},
                         {"type": "Feature", "properties": {"cut": 13101}, "geometry": {"type": "Polygon",
                          "coordinates": [[[-71, -33], [-70, -33], [-70, -32], [-71, -32], [-71, -33]]]}}]}
                        """)
                .put("/v1/boundaries/contract-boundaries")
                .then()
                .statusCode(200);
    }

    /**
     * A note without what may be left out.
     *
     * @return its id, once it is shown and withdrawn again
     */
    private static String annotate(String dataset) {
        Map<String, Object> townHall = Map.of("org", "town-hall", "territories", List.of("13101"));
        String id = Caller.bound("clerk", townHall, "data:write")
                .contentType(ContentType.JSON)
                .body("""
                        {"dataset": "%s", "territory": "13101", "periodFrom": "2024-01", "periodTo": "2024-01",
                         "wording": {"kind": "NOTE", "text": {"es": "Véase."}}}
                        """.formatted(dataset).getBytes(StandardCharsets.UTF_8))
                .post("/v1/annotations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.approver()
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"PUBLISH\"}")
                .post("/v1/annotations/{id}/moderation", id)
                .then()
                .statusCode(200);
        Caller.bound("clerk", townHall, "data:write")
                .post("/v1/annotations/{id}/withdrawal", id)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Store.number("select count(*) from outbox where sent_at is null") == 0);
        return id;
    }

    /** A file with a zero, a missing value and a note. */
    private static void publish(String dataset) {
        String id = Caller.steward()
                .contentType("text/csv")
                .queryParam("profile", "plain")
                .queryParam("changeNote", "First.")
                .body("area,month,class,cases\n13101,2024-01,40101,3\n1101,2024-01,40101,0\n13101,2024-02,40102,-\n")
                .post("/v1/datasets/{id}/imports", dataset)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Caller.approver()
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"APPROVE\"}")
                .post("/v1/imports/{id}/approval", id)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        Caller.approver().get("/v1/imports/{id}", id).then().body("state", equalTo("PUBLISHED")));
    }

    private static List<String> faults(Event event) {
        byte[] data = event.data();
        byte[] json = event.encoding() == Event.Encoding.ZSTD
                ? Zstd.decompress(data, (int) Zstd.getFrameContentSize(data))
                : data;
        return SCHEMAS
                .getSchema(SchemaLocation.of(BASE + event.type() + ".schema.json"))
                .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The records of a topic about these subjects, up to its end as it is now. */
    private static List<ConsumerRecord<String, byte[]>> sent(String topic, Set<String> subjects) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (subjects.contains(record.key())) {
                        records.add(record);
                    }
                }
            }
        }
        return records;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
