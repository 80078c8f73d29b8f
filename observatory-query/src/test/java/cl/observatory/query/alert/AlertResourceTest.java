package cl.observatory.query.alert;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Alerting;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers are told of alerts, and what becomes of them when a release is taken back. */
@QuarkusTest
@WithTestResource(Servers.class)
class AlertResourceTest {

    @Inject
    Jdbi jdbi;

    private final History history = History.ofCases();
    private final String indicator = history.dataset().toUpperCase(Locale.ROOT).replace('-', '_');
    private final AlertRuleDefined rule = Alerting.communes(indicator, Frequency.M, Alerting.baseline());

    @BeforeEach
    void defineIndicator() {
        history.publisher().define(Publisher.count(indicator, history.dataset(), "40101"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void everyNewReleaseIsTold() {
        // Given
        AlertRuleDefined releases = Alerting.newRelease(indicator);

        // When
        evaluate(releases, full(Alerting.monthly("A", 20)));
        ReleasePublished second = full(Alerting.monthly("A", 20, 20));
        Alerting.awaitEvaluated(releases, second.releaseId());

        // Then
        Alerting.alerts(releases)
                .body("items.release.sequence", contains(2, 1))
                .body("items[0].period", equalTo("2024-02"))
                .body("items[0]", not(hasKey("observed")))
                .body("items[0].explanation.en", containsString("release 2"));
    }

    @Test
    void alertOfAReleaseThatIsWrongStaysAndSaysSo() {
        // Given
        full(Alerting.monthly("A", 20));
        ReleasePublished wrong = full(Alerting.monthly("A", 20, 60));
        evaluate(rule, wrong);
        String id = Alerting.ids(rule).getFirst();

        // When
        history.withdraw(wrong, ReleaseWithdrawn.ERROR);

        // Then
        Caller.reader()
                .get("/v1/alerts/{id}", id)
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("ERROR"))
                .body("withdrawal.note", equalTo("February was there twice."))
                .body("explanation.en", containsString("was withdrawn"));
        assertEquals("ERROR", withdrawn(id));
        // the corrected month is told, although it has the same value
        Alerting.awaitEvaluated(rule, full(Alerting.monthly("A", 20, 60)).releaseId());
        Alerting.alerts(rule).body("items", hasSize(2));
    }

    @Test
    void alertOfAReleaseThatToldTooMuchIsGone() {
        // Given
        full(Alerting.monthly("A", 20));
        ReleasePublished disclosing = full(Alerting.monthly("A", 20, 60));
        evaluate(rule, disclosing);
        String id = Alerting.ids(rule).getFirst();
        awaitTold(id);

        // When
        history.withdraw(disclosing, ReleaseWithdrawn.DISCLOSURE);

        // Then
        Caller.reader().get("/v1/alerts/{id}", id).then().statusCode(410).body("code", equalTo("ALERT_REMOVED"));
        Alerting.alerts(rule).body("items", empty());
        assertEquals("DISCLOSURE", withdrawn(id));
        int waiting = jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox where id = :id::uuid")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
        assertEquals(0, waiting);
    }

    @Test
    void listIsFilteredAndPaged() {
        // Given
        AlertRuleDefined all =
                Alerting.communes(indicator, Frequency.M, Alerting.threshold(AlertRuleDefined.BELOW, "1000"));
        evaluate(all, full(Alerting.monthly("A", 60)));

        // When
        ValidatableResponse page = list(Map.of("indicator", indicator, "limit", "1"));
        String cursor = page.extract().path("page.nextCursor");

        // Then
        page.body("items", hasSize(1));
        list(Map.of("indicator", indicator, "limit", "1", "cursor", cursor))
                .body("items", hasSize(1))
                .body("page.nextCursor", equalTo(null));
        list(Map.of("indicator", indicator, "territory", "13127")).body("items.territory.code", contains("13127"));
        list(Map.of("indicator", indicator, "since", "2020-01-01T00:00:00Z")).body("items", hasSize(2));
        list(Map.of("indicator", indicator, "since", "2100-01-01T00:00:00Z")).body("items", empty());
        Caller.reader()
                .queryParams(Map.of("territory", "x", "since", "now", "limit", "0", "cursor", cursor))
                .get("/v1/alerts")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("territory", "since", "limit", "cursor"));
        Caller.reader()
                .get("/v1/alerts/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_ALERT"));
        Caller.reader()
                .get("/v1/alert-rules/NO_SUCH_RULE")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_ALERT_RULE"));
        Caller.reader()
                .get("/v1/alert-rules")
                .then()
                .body("items.find { it.code == '%s' }.method.direction".formatted(all.code()), equalTo("BELOW"));
    }

    private static ValidatableResponse list(Map<String, String> question) {
        return Caller.reader().queryParams(question).get("/v1/alerts").then().statusCode(200);
    }

    private ReleasePublished full(List<Row> rows) {
        return history.full(Instant.now(), rows);
    }

    private ValidatableResponse evaluate(AlertRuleDefined asked, ReleasePublished release) {
        Alerting.define(history.publisher(), asked);
        return Alerting.awaitEvaluated(asked, release.releaseId());
    }

    private static void awaitTold(String id) {
        try (TopicReader topic = new TopicReader(Topics.PUBLIC)) {
            topic.awaitEvent(UUID.fromString(id));
        }
    }

    /** Why the topic says that an alert was withdrawn. */
    private String withdrawn(String id) {
        try (TopicReader topic = new TopicReader(Topics.PUBLIC)) {
            await().until(() -> !reasons(topic, id).isEmpty());
            return reasons(topic, id).getFirst();
        }
    }

    private List<String> reasons(TopicReader topic, String id) {
        return topic.ofKey(history.dataset()).stream()
                .map(record -> Event.read(record.headers(), record.value()))
                .filter(event -> event.type().equals(AlertWithdrawn.TYPE))
                .map(event -> event.data(AlertWithdrawn.class))
                .filter(alert -> alert.alertId().toString().equals(id))
                .map(AlertWithdrawn::reason)
                .toList();
    }
}
