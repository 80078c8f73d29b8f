package cl.observatory.query.evaluation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Alerting;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six years of about 20 cases a month in each of two communes, and what rules find in the months that follow. */
@QuarkusTest
@WithTestResource(Servers.class)
class AlertsTest {

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
    void unusualMonthIsTold() {
        // Given
        ReleasePublished release = full(Alerting.monthly("A", 60));

        // When
        ValidatableResponse evaluated = evaluate(rule, release);

        // Then
        evaluated
                .body("lastEvaluation.periods", contains("2024-01"))
                .body("lastEvaluation.judged", equalTo(2))
                .body("lastEvaluation.raised", equalTo(1))
                .body(
                        "lastEvaluation.notJudged.find { it.reason == 'NO_VALUE' }.labels.en",
                        containsString("no value"));
        String id = Alerting.ids(rule).getFirst();
        ValidatableResponse alert = Caller.reader().get("/v1/alerts/{id}", id).then();
        alert.statusCode(200)
                .body("rule.code", equalTo(rule.code()))
                .body("rule.labels.en", equalTo("Unusual"))
                .body("method", equalTo("BASELINE"))
                .body("territory.code", equalTo("13101"))
                .body("period", equalTo("2024-01"))
                .body("observed", equalTo(60))
                .body("count", equalTo(60))
                .body("expected", closeTo(new BigDecimal("20"), new BigDecimal("1.5")))
                .body("bound", notNullValue())
                .body("alpha", equalTo(new BigDecimal("0.01")))
                .body("$", not(hasKey("statistic")))
                .body("caveats.code", contains("SYNTHETIC", "PROXY"))
                .body("release.id", equalTo(release.releaseId().toString()))
                .body("source.publisher", equalTo("Nobody"))
                .body("explanation.en", containsString("Cases in en 13101, 2024-01: 60."))
                .body("explanation.en", containsString("no proof"))
                .body("explanation.es", containsString("más confianza en denunciar"))
                .body("$", not(hasKey("withdrawal")));
        AlertRaised told = told(id).data(AlertRaised.class);
        assertEquals(new BigDecimal("60"), told.observed());
        assertEquals(release.releaseId(), told.releaseId());
    }

    @Test
    void sameIsNotToldAgainByTheNextReleaseAndAnotherValueIs() {
        // Given
        evaluate(rule, full(Alerting.monthly("A", 60)));
        List<String> first = Alerting.ids(rule);

        // When an old month is revised, and then the last one
        List<Row> revised = new ArrayList<>(Alerting.monthly("A", 60));
        revised.set(10, Row.of("13101", "2018-06", "40101", 500));
        Alerting.awaitEvaluated(rule, full(revised).releaseId());
        List<String> second = Alerting.ids(rule);
        Alerting.awaitEvaluated(rule, full(Alerting.monthly("A", 61)).releaseId());
        List<String> third = Alerting.ids(rule);

        // Then
        assertEquals(1, first.size());
        assertEquals(first, second);
        assertEquals(2, third.size());
        assertNotEquals(first.getFirst(), third.getFirst());
    }

    @Test
    void everyNewMonthOfAReleaseIsJudged() {
        // Given
        evaluate(rule, full(Alerting.monthly("A", 20)));

        // When
        ReleasePublished next = full(Alerting.monthly("A", 20, 70, 21));

        // Then
        Alerting.awaitEvaluated(rule, next.releaseId())
                .body("lastEvaluation.periods", contains("2024-02", "2024-03"))
                .body("lastEvaluation.raised", equalTo(1));
        Alerting.alerts(rule).body("items.period", contains("2024-02"));
    }

    /** As when a process is killed before it notes what it did. */
    @Test
    void evaluationThatIsRepeatedTellsNothingTwice() {
        // Given
        ReleasePublished release = full(Alerting.monthly("A", 60));
        evaluate(rule, release);
        String id = Alerting.ids(rule).getFirst();
        told(id);

        // When
        jdbi.useHandle(handle -> handle.execute("delete from alert_evaluation where rule = ?", rule.code()));
        Alerting.awaitEvaluated(rule, release.releaseId());

        // Then
        assertEquals(List.of(id), Alerting.ids(rule));
        ReleasePublished next = full(Alerting.monthly("A", 60, 80));
        Alerting.awaitEvaluated(rule, next.releaseId());
        told(Alerting.ids(rule).getFirst());
        try (TopicReader topic = new TopicReader(Topics.PUBLIC)) {
            topic.awaitEvent(UUID.fromString(Alerting.ids(rule).getFirst()));
            assertEquals(1, topic.ofEvent(UUID.fromString(id)).size());
        }
    }

    @Test
    void provisionalValueRaisesNothingUnlessTheRuleIncludesIt() {
        // Given
        ReleasePublished release = full(Alerting.monthly("P", 60));

        // When
        evaluate(rule, release).body("lastEvaluation.notJudged.find { it.reason == 'PROVISIONAL' }.series", equalTo(2));
        Alerting.alerts(rule).body("items", empty());
        evaluate(Alerting.allowing(rule, true, false), release);

        // Then
        Alerting.alerts(rule)
                .body("items.caveats[0].code", hasItem("PROVISIONAL"))
                .body("items[0].rule.version", equalTo(2))
                .body("items[0].status", equalTo("P"))
                .body("items[0].explanation.en", containsString("provisional"));
    }

    @Test
    void provisionalMonthIsJudgedWhenItIsFinal() {
        // Given
        evaluate(rule, full(Alerting.monthly("P", 60))).body("lastEvaluation.judged", equalTo(0));

        // When
        List<Row> next = new ArrayList<>(Alerting.monthly("A", 60));
        Alerting.monthly("P", 60, 20).stream()
                .filter(row -> row.period().equals("2024-02"))
                .forEach(next::add);
        ReleasePublished release = full(next);

        // Then
        Alerting.awaitEvaluated(rule, release.releaseId())
                .body("lastEvaluation.periods", contains("2024-01", "2024-02"));
        Alerting.alerts(rule).body("items.period", contains("2024-01"));
    }

    @Test
    void nothingIsExpectedFromWhatIsHidden() {
        // Given
        List<Row> rows = Alerting.monthly("A", 60).stream()
                .map(row ->
                        row.period().equals("2021-05") ? new Row(row.area(), row.period(), row.codes(), 2L, "Q") : row)
                .toList();

        // When
        evaluate(rule, full(rows))
                .body("lastEvaluation.judged", equalTo(0))
                .body("lastEvaluation.notJudged.find { it.reason == 'HIDDEN_REFERENCE' }.series", equalTo(2));

        // Then
        Alerting.alerts(rule).body("items", empty());
    }

    @Test
    void referenceEndsAtTheLastBreak() {
        // Given
        ReleasePublished release = full(Alerting.monthly("A", 60));
        define("2023-06");

        // When
        evaluate(rule, release)
                .body("lastEvaluation.judged", equalTo(0))
                .body("lastEvaluation.notJudged.find { it.reason == 'SHORT_REFERENCE' }.series", equalTo(2));
        evaluate(Alerting.allowing(rule, false, true), release);

        // Then
        Alerting.alerts(rule).body("items", hasSize(1)).body("items[0].caveats.code", hasItem("BREAK_CROSSED"));
    }

    @Test
    void referenceBehindABreakServesWhenItIsLongEnough() {
        // Given
        ReleasePublished release = full(Alerting.monthly("A", 60));
        define("2020-06");

        // When
        evaluate(rule, release).body("lastEvaluation.judged", equalTo(2));

        // Then
        Alerting.alerts(rule).body("items[0].caveats.code", hasItem("SHORT_REFERENCE"));
    }

    /** A quarter of which one month was never told, and one that has only begun. */
    @Test
    void partOfAPeriodIsNotJudged() {
        // Given
        List<Row> rows = new ArrayList<>(Alerting.monthly("A", 60, 60, 60, 60));
        rows.removeIf(row -> row.area().equals("13127") && row.period().equals("2024-02"));
        ReleasePublished release = full(rows);
        AlertRuleDefined quarters =
                Alerting.communes(indicator, Frequency.Q, Alerting.threshold(AlertRuleDefined.ABOVE, "100"));

        // When
        ValidatableResponse evaluated = evaluate(quarters, release);

        // Then
        evaluated
                .body("lastEvaluation.periods", contains("2024-Q1"))
                .body("lastEvaluation.notJudged.find { it.reason == 'PARTIAL_PERIOD' }.series", equalTo(1));
        Alerting.alerts(quarters)
                .body("items.territory.code", contains("13101"))
                .body("items[0].observed", equalTo(180))
                .body("items[0].bound", equalTo(100))
                .body("items[0]", not(hasKey("expected")))
                .body("items[0].explanation.en", containsString("above 100"));
    }

    @Test
    void shiftThatNoMonthShowsAloneIsFoundBySum() {
        // Given months of 20 become months of 32
        AlertRuleDefined sums = Alerting.communes(indicator, Frequency.M, Alerting.cusum());
        ReleasePublished release = full(Alerting.monthly("A", 32, 32, 32, 32, 32, 32, 32));

        // When
        evaluate(sums, release);
        List<Row> more = Alerting.monthly("A", 32, 32, 32, 32, 32, 32, 32, 32, 32, 32);
        Alerting.awaitEvaluated(sums, full(more).releaseId());

        // Then
        Alerting.alerts(sums)
                .body("items.method", hasItem("CUSUM"))
                .body("items.territory.code", hasItem("13101"))
                .body("items[0].decision", equalTo(5))
                .body("items[0].statistic", greaterThan(new BigDecimal("5")))
                .body("items[0].explanation.en", containsString("standard deviations"));
    }

    @Test
    void estimateThatIsNotToBeUsedIsNotJudged() {
        // Given
        var survey = Surveys.dataset("ESTIMATE", "PERCENT", 1);
        var estimate = Surveys.indicator(survey);
        history.publisher().define(survey);
        history.publisher().define(estimate);
        ReleasePublished release = Surveys.publish(
                history.publisher(),
                survey,
                1,
                Instant.now(),
                List.of(
                        Surveys.Cell.of("13101", 2024, 400, 10L, 600L, 60L),
                        Surveys.Cell.of("13127", 2024, 500, 10L, 40L, 60L)));
        AlertRuleDefined high =
                Alerting.communes(estimate.code(), Frequency.A, Alerting.threshold(AlertRuleDefined.ABOVE, "30"));

        // When
        evaluate(high, release).body("lastEvaluation.notJudged.find { it.reason == 'UNRELIABLE' }.series", equalTo(1));

        // Then
        Alerting.alerts(high)
                .body("items.territory.code", contains("13101"))
                .body("items[0].observed", equalTo(new BigDecimal("40.0")));
    }

    private ReleasePublished full(List<Row> rows) {
        return history.full(Instant.now(), rows);
    }

    private ValidatableResponse evaluate(AlertRuleDefined asked, ReleasePublished release) {
        Alerting.define(history.publisher(), asked);
        return Alerting.awaitEvaluated(asked, release.releaseId());
    }

    private void define(String firstPeriodAfterBreak) {
        BreaksDefined breaks = new BreaksDefined(
                history.dataset(),
                1,
                List.of(new BreaksDefined.Break(
                        firstPeriodAfterBreak,
                        "METHOD",
                        Publisher.CLASSES.codes().getFirst().labels(),
                        null)),
                Instant.now());
        history.publisher().reference(BreaksDefined.TYPE, history.dataset(), breaks);
        await().untilAsserted(() -> Caller.reader()
                .queryParam("dataset", history.dataset())
                .get("/v1/breaks")
                .then()
                .body("items", hasSize(1)));
    }

    private static Event told(String id) {
        try (TopicReader topic = new TopicReader(Topics.PUBLIC)) {
            var record = topic.awaitEvent(UUID.fromString(id));
            return Event.read(record.headers(), record.value());
        }
    }
}
