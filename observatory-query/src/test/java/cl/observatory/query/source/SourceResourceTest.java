package cl.observatory.query.source;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers are told of the publishers whose files are expected. */
@QuarkusTest
@WithTestResource(Servers.class)
class SourceResourceTest {

    private static final Instant NOTED = Instant.parse("2026-10-01T15:00:00Z");

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
    private final String id = Publisher.unique("source");
    private final String thisMonth = YearMonth.from(
                    LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC))
            .toString();

    @BeforeEach
    void defineDataset() {
        publisher.territories();
        publisher.classes();
        publisher.define(dataset);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void sourceThatNeverDeliveredSaysWhatIsExpectedOfIt() {
        // When
        define(source(1, "P1M"));
        Caller.awaitFound("/v1/sources/{id}", id);

        // Then
        get().body("id", equalTo(id))
                .body("labels.en", equalTo("Cases of nobody"))
                .body("publisher", equalTo("Nobody"))
                .body("cadence", equalTo("P1M"))
                .body("allowedDelay", equalTo("P45D"))
                .body("contact", equalTo("https://example.org/contact"))
                .body("state", equalTo("NEVER_DELIVERED"))
                .body("$", not(hasKey("since")))
                .body("feeds[0].dataset", equalTo(dataset.id()))
                .body("feeds[0].expectedShape.columns", contains("area", "cases"))
                .body("feeds[0].differences", empty())
                .body("feeds[0]", not(hasKey("lastDelivery")));
        Caller.reader().get("/v1/sources").then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void sourceThatIsNotThereIsNotFound() {
        Caller.reader().get("/v1/sources/nobody").then().statusCode(404).body("code", equalTo("UNKNOWN_SOURCE"));
    }

    @Test
    void oldFiguresMakeASourceLateAndAnswersSaySo() {
        // Given
        publisher.release(dataset, 1, List.of(Row.of("13101", "2024-01", "40101", 3)));
        Caller.awaitRelease(dataset.id(), 1);
        String before = observations("es").extract().header("ETag");

        // When
        define(source(1, "P1M"));
        Caller.awaitFound("/v1/sources/{id}", id);

        // Then
        get().body("state", equalTo("LATE"))
                .body("since", equalTo("2024-04-15T04:00:00Z"))
                .body("feeds[0].lastPeriod", equalTo("2024-01"))
                .body("feeds[0].expectedBy", equalTo("2024-04-15T04:00:00Z"));
        ValidatableResponse answer = observations("es")
                .body("warnings.code", hasItem("SOURCE_LATE"))
                .body("warnings.message.join(' ')", containsString("2024-04-15"));
        assertNotEquals(before, answer.extract().header("ETag"));
    }

    @Test
    void newFiguresMakeASourceBeOnTimeAndAnswersSayNothing() {
        // Given
        publisher.release(dataset, 1, List.of(Row.of("13101", thisMonth, "40101", 3)));
        Caller.awaitRelease(dataset.id(), 1);

        // When
        define(source(1, "P1M"));
        Caller.awaitFound("/v1/sources/{id}", id);

        // Then
        get().body("state", equalTo("ON_TIME"));
        observations("en").body("warnings.code", not(hasItem("SOURCE_LATE")));
    }

    @Test
    void changedShapeIsToldInSeriesAndRankingToo() {
        // Given
        String indicator = Publisher.unique("S").replace('-', '_').toUpperCase(Locale.ROOT);
        publisher.define(Publisher.count(indicator, dataset.id(), "40101"));
        publisher.release(dataset, 1, List.of(Row.of("13101", thisMonth, "40101", 3)));
        Caller.awaitRelease(dataset.id(), 1);
        define(source(1, "P1M"));

        // When
        observe(changed(2));
        await().untilAsserted(() -> get().body("state", equalTo("CHANGED_SHAPE")));

        // Then
        get().body("since", equalTo("2026-10-01T15:00:00Z"))
                .body("feeds[0].differences[0].code", equalTo("MISSING_COLUMN"))
                .body("feeds[0].differences[0].labels.es", equalTo("Falta la columna «cases»."));
        for (String path : List.of("series", "ranking")) {
            Caller.reader()
                    .header("Accept-Language", "en")
                    .queryParam("period", thisMonth)
                    .get("/v1/indicators/{code}/" + path, indicator)
                    .then()
                    .statusCode(200)
                    .body("warnings.code", hasItem("SOURCE_CHANGED_SHAPE"))
                    .body("warnings.message.join(' ')", containsString("another shape since 2026-10-01"));
        }
    }

    /** Such an answer is the same whenever it is asked for. */
    @Test
    void answerOfAnEarlierDayDoesNotSpeakOfToday() {
        // Given
        publisher.release(dataset, 1, List.of(Row.of("13101", "2024-01", "40101", 3)));
        Caller.awaitRelease(dataset.id(), 1);
        define(source(1, "P1M"));
        Caller.awaitFound("/v1/sources/{id}", id);
        observations("es").body("warnings.code", hasItem("SOURCE_LATE"));

        // When
        ValidatableResponse earlier = Caller.reader()
                .queryParam("asOf", Clock.systemUTC().instant().toString())
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then();

        // Then
        earlier.statusCode(200).body("warnings.code", not(hasItem("SOURCE_LATE")));
    }

    @Test
    void newerVersionHoldsWhicheverComesFirst() {
        // Given
        define(source(3, "P3M"));
        Caller.awaitFound("/v1/sources/{id}", id);
        observe(changed(5));

        // When
        define(source(2, "P1Y"));
        observe(delivered(4));
        awaitEverythingApplied();

        // Then
        get().body("version", equalTo(3)).body("cadence", equalTo("P3M")).body("state", equalTo("CHANGED_SHAPE"));
    }

    @Test
    void deliveryEndsAChangeAndShowsWhatCame() {
        // Given
        define(source(1, "P1M"));
        observe(changed(1));

        // When
        observe(delivered(2));
        await().untilAsserted(() -> get().body("feeds[0].lastDelivery.lastPeriod", equalTo(thisMonth)));

        // Then
        get().body("state", equalTo("ON_TIME"))
                .body("feeds[0].differences", empty())
                .body("feeds[0].lastDelivery.takenAt", equalTo("2026-10-01T15:00:00Z"))
                .body("feeds[0].lastDelivery.columns", contains("area", "cases"));
    }

    @Test
    void eventThatComesTwiceHasOneEffect() {
        // Given
        Event first = event(SourceDefined.TYPE, id, source(1, "P1M"));
        Event second = event(SourceObserved.TYPE, dataset.id(), changed(1));

        // When
        publisher.send(Topics.REFERENCE, first);
        publisher.send(Topics.REFERENCE, second);
        publisher.send(Topics.REFERENCE, first);
        publisher.send(Topics.REFERENCE, second);
        awaitEverythingApplied();

        // Then
        get().body("version", equalTo(1)).body("feeds.size()", equalTo(1)).body("state", equalTo("CHANGED_SHAPE"));
    }

    @Test
    void eventThatCannotBeReadGoesToTheDeadLettersAndTheNextIsApplied() {
        // Given
        Event poison = event(SourceObserved.TYPE, dataset.id(), List.of("no observation"));

        // When
        publisher.send(Topics.REFERENCE, poison);
        define(source(1, "P1M"));

        // Then
        Caller.awaitFound("/v1/sources/{id}", id);
        try (TopicReader deadLetters = new TopicReader("observatory.reference.v1.dead-letter")) {
            assertEquals(poison.subject(), deadLetters.awaitEvent(poison.id()).key());
        }
    }

    private ValidatableResponse get() {
        return Caller.reader().get("/v1/sources/{id}", id).then().statusCode(200);
    }

    private ValidatableResponse observations(String language) {
        return Caller.reader()
                .header("Accept-Language", language)
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }

    private void define(SourceDefined source) {
        publisher.reference(SourceDefined.TYPE, id, source);
    }

    private void observe(SourceObserved observation) {
        publisher.reference(SourceObserved.TYPE, dataset.id(), observation);
    }

    private static Event event(String type, String subject, Object data) {
        return Event.of(
                UUID.randomUUID(), "/test", type, subject, Clock.systemUTC().instant(), data);
    }

    private SourceDefined source(long version, String cadence) {
        return new SourceDefined(
                id,
                version,
                new Labels("Casos de nadie", "Cases of nobody"),
                "Nobody",
                List.of(new SourceDefined.Feed(dataset.id(), "plain", 1, "CSV", List.of("area", "cases"))),
                cadence,
                "P45D",
                "https://example.org/files",
                "https://example.org/contact",
                "CC0-1.0");
    }

    private SourceObserved changed(long version) {
        return new SourceObserved(
                dataset.id(),
                "plain",
                version,
                SourceObserved.CHANGED_SHAPE,
                NOTED,
                null,
                List.of(new SourceObserved.Difference(
                        "MISSING_COLUMN",
                        new Labels("Falta la columna «cases».", "The column \"cases\" is missing."))));
    }

    private SourceObserved delivered(long version) {
        return new SourceObserved(
                dataset.id(),
                "plain",
                version,
                SourceObserved.DELIVERED,
                NOTED,
                new SourceObserved.Delivery(
                        NOTED, NOTED, "0".repeat(64), 17, 1, List.of("area", "cases"), thisMonth, thisMonth),
                List.of());
    }

    /** The topic has one partition: what was sent before this is applied before it. */
    private void awaitEverythingApplied() {
        String last = Publisher.unique("last");
        publisher.define(Publisher.cases(last));
        Caller.awaitFound("/v1/datasets/{id}", last);
    }
}
