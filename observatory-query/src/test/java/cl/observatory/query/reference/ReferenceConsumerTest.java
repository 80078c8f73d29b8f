package cl.observatory.query.reference;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.EventJson;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ingest defines, readers find; again, late and unreadable events do no harm. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReferenceConsumerTest {

    private static final String DEAD_LETTERS = "observatory.reference.v1.dead-letter";

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
    private final String code = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void dataSetIsFoundAsItWasDefined() {
        // When
        publisher.define(dataset);

        // Then
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());
        get("/v1/datasets/{id}", dataset.id())
                .body("id", equalTo(dataset.id()))
                .body("title.es", equalTo("Datos sintéticos"))
                .body("kind", equalTo("COUNT"))
                .body("level", equalTo("commune"))
                .body("unit", equalTo("CASES"))
                .body("frequency", equalTo("M"))
                .body("dimensions.id", contains("CRIME_CLASS"))
                .body("dimensions.scheme", contains("CEAD-2024"))
                .body("source.publisher", equalTo("Nobody"))
                .body("source.licence", equalTo("CC0-1.0"))
                .body("officialStatus", equalTo("DERIVED"))
                .body("synthetic", equalTo(true))
                .body("$", not(hasKey("populationBase")));
        get("/v1/datasets").body("items.id", hasItem(dataset.id()));
        get("/v1/datasets/{id}/releases", dataset.id()).body("items", empty());
    }

    @Test
    void classificationIsFoundWithItsTreeBundlesAndCounterparts() {
        // When
        publisher.classes();

        // Then
        Caller.awaitFound("/v1/classifications/{scheme}/codes", "CEAD-2024");
        get("/v1/classifications/{scheme}/codes", "CEAD-2024")
                .body("scheme", equalTo("CEAD-2024"))
                .body("items.code", contains("4", "40101", "40102"))
                .body("items[0]", not(hasKey("parent")))
                .body("items[1].parent", equalTo("4"))
                .body("items[1].level", equalTo("subgroup"))
                .body("items[1].labels.es", equalTo("Tráfico"))
                .body("items[1].correspondences[0].match", equalTo("<"))
                .body("items[1].correspondences[0].scheme", equalTo("ICCS"))
                .body("items[1].correspondences[0].code", equalTo("06012"))
                .body("items[1].correspondences[0].verifiedAt", equalTo("2026-11-01"))
                .body("items[2].correspondences", empty())
                .body("bundles.code", contains("DRUG_LAW"))
                .body("bundles[0].members", contains("40101", "40102"))
                .body("bundles[0].proxy", equalTo(true));
    }

    @Test
    void classificationIsReplacedAsAWhole() {
        // Given
        String scheme = Publisher.unique("SCHEME");
        publish(scheme, "1", new ClassificationPublished.Code("A", null, "top", new Labels("a", "a")));
        Caller.awaitFound("/v1/classifications/{scheme}/codes", scheme);

        // When
        publish(scheme, "2", new ClassificationPublished.Code("B", null, "top", new Labels("b", "b")));

        // Then
        await().untilAsserted(
                        () -> get("/v1/classifications/{scheme}/codes", scheme).body("items.code", contains("B")));
    }

    @Test
    void indicatorIsFoundWithItsFormula() {
        // When
        publisher.define(Publisher.rate(code, dataset.id(), "people", "40101", "40102"));

        // Then
        Caller.awaitFound("/v1/indicators/{code}", code);
        get("/v1/indicators/{code}", code)
                .body("indicator.code", equalTo(code))
                .body("indicator.version", equalTo(1))
                .body("indicator.type", equalTo("RATE"))
                .body("indicator.per", equalTo(100_000))
                .body("indicator.unit", equalTo("R100K"))
                .body("indicator.direction", equalTo("AMBIGUOUS"))
                .body("indicator.description.en", equalTo("Cases per 100,000 inhabitants"))
                .body("numerator.dataset", equalTo(dataset.id()))
                .body("numerator.filters.CRIME_CLASS", contains("40101", "40102"))
                .body("denominator.dataset", equalTo("people"));
        get("/v1/indicators").body("items.indicator.code", hasItem(code));
    }

    @Test
    void newerVersionOfAnIndicatorReplacesTheOlderWhicheverComesFirst() {
        // Given
        IndicatorDefined first = Publisher.count(code, dataset.id(), "40101");
        IndicatorDefined third = version(3, "40102");
        publisher.define(first);
        Caller.awaitFound("/v1/indicators/{code}", code);

        // When
        publisher.define(third);
        publisher.define(version(2, "4"));
        awaitEverythingApplied();

        // Then
        get("/v1/indicators/{code}", code)
                .body("indicator.version", equalTo(3))
                .body("numerator.filters.CRIME_CLASS", contains("40102"));
    }

    @Test
    void eventThatComesTwiceHasOneEffect() {
        // Given
        Event first = Event.of(
                UUID.randomUUID(),
                "/test",
                DatasetDefined.TYPE,
                dataset.id(),
                Instant.now(),
                Publisher.population(dataset.id()));

        // When
        publisher.send(Topics.REFERENCE, first);
        publisher.define(dataset);
        publisher.send(Topics.REFERENCE, first);
        awaitEverythingApplied();

        // Then
        get("/v1/datasets/{id}", dataset.id()).body("kind", equalTo("COUNT"));
    }

    @Test
    void recordThatIsNoEventGoesToTheDeadLettersAndTheNextIsApplied() {
        // Given
        byte[] noise = "noise".getBytes(StandardCharsets.UTF_8);

        // When
        publisher.send(new ProducerRecord<>(Topics.REFERENCE, dataset.id(), noise));
        publisher.define(dataset);

        // Then
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());
        try (TopicReader deadLetters = new TopicReader(DEAD_LETTERS)) {
            assertArrayEquals(noise, deadLetters.awaitKey(dataset.id()).value());
        }
    }

    @Test
    void tableWhoseSuccessionNamesAnUnknownTerritoryIsRefusedAndTheOneBeforeStays() {
        // Given
        publisher.territories();
        var broken = new TerritoriesPublished(
                "broken-table", Publisher.TERRITORIES.territories().subList(0, 5), Publisher.TERRITORIES.successions());

        // When
        Event event =
                Event.of(UUID.randomUUID(), "/test", TerritoriesPublished.TYPE, "territories", Instant.now(), broken);
        publisher.send(Topics.REFERENCE, event);

        // Then
        try (TopicReader deadLetters = new TopicReader(DEAD_LETTERS)) {
            deadLetters.awaitEvent(event.id());
        }
        get("/v1/territories?within=13&level=commune").body("items.code", contains("13101", "13127", "13203"));
    }

    /** Version 1 of an event may gain fields. */
    @Test
    void fieldsThatAreNotKnownYetAreIgnored() throws IOException {
        // Given
        ObjectNode grown = (ObjectNode) new ObjectMapper().readTree(EventJson.write(dataset));
        grown.put("colour", "blue")
                .putObject("source")
                .put("publisher", "Somebody")
                .put("mood", "good");

        // When
        publisher.reference(DatasetDefined.TYPE, dataset.id(), grown);

        // Then
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());
        get("/v1/datasets/{id}", dataset.id()).body("source.publisher", equalTo("Somebody"));
    }

    @Test
    void eventOfAnUnknownTypeIsPassedOver() {
        // Given
        Event newer =
                Event.of(UUID.randomUUID(), "/test", "cl.observatory.weather.v1", "x", Instant.now(), List.of("sunny"));

        // When
        publisher.send(Topics.REFERENCE, newer);
        awaitEverythingApplied();

        // Then
        try (TopicReader deadLetters = new TopicReader(DEAD_LETTERS)) {
            assertEquals(List.of(), deadLetters.ofEvent(newer.id()));
        }
    }

    @Test
    void unknownThingsAreNotFound() {
        notFound("/v1/classifications/NO-SUCH/codes", "UNKNOWN_CLASSIFICATION");
        notFound("/v1/datasets/no-such", "UNKNOWN_DATASET");
        notFound("/v1/datasets/no-such/releases", "UNKNOWN_DATASET");
        notFound("/v1/indicators/NO_SUCH", "UNKNOWN_INDICATOR");
    }

    private IndicatorDefined version(long version, String crimeClass) {
        IndicatorDefined first = Publisher.count(code, dataset.id(), crimeClass);
        return new IndicatorDefined(
                code,
                version,
                first.labels(),
                first.description(),
                first.type(),
                first.numerator(),
                null,
                null,
                first.unit(),
                first.direction(),
                first.proxy());
    }

    private void publish(String scheme, String version, ClassificationPublished.Code only) {
        publisher.reference(
                ClassificationPublished.TYPE,
                scheme,
                new ClassificationPublished(
                        scheme, version, new Labels("x", "x"), List.of(only), List.of(), List.of()));
    }

    /** The topic has one partition: what was sent before this is applied before it. */
    private void awaitEverythingApplied() {
        String last = Publisher.unique("last");
        publisher.define(Publisher.cases(last));
        Caller.awaitFound("/v1/datasets/{id}", last);
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return Caller.reader().get(path, parameters).then().statusCode(200);
    }

    private static void notFound(String path, String problem) {
        Caller.reader().get(path).then().statusCode(404).body("code", equalTo(problem));
    }
}
