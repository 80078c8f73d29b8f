package cl.observatory.query;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.AlertRuleDefined.Method;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.Publisher.Row;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rules as ingest would tell them, and what becomes of them. */
public final class Alerting {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Period FIRST = Period.of(Frequency.M, 2018, 1);
    private static final int MONTHS = 72;
    private static final Labels LABELS = new Labels("Inusual", "Unusual");

    private Alerting() {}

    public static Method baseline() {
        return new Method(AlertRuleDefined.BASELINE, new BigDecimal("0.01"), 5, 1, 5, null, null, null, null, null);
    }

    public static Method cusum() {
        return new Method(
                AlertRuleDefined.CUSUM, null, 4, null, 5, new BigDecimal("0.5"), new BigDecimal("5"), 12, null, null);
    }

    public static Method threshold(String direction, String value) {
        return new Method(
                AlertRuleDefined.THRESHOLD, null, null, null, null, null, null, null, direction, new BigDecimal(value));
    }

    /** The first version of a rule that watches every commune, and nothing provisional. */
    public static AlertRuleDefined communes(String indicator, Frequency frequency, Method method) {
        return new AlertRuleDefined(
                "RULE_" + indicator, 1, LABELS, indicator, "commune", null, frequency, method, false, false, true);
    }

    public static AlertRuleDefined newRelease(String indicator) {
        return new AlertRuleDefined(
                "NEW_" + indicator,
                1,
                LABELS,
                indicator,
                null,
                null,
                null,
                new Method(AlertRuleDefined.NEW_RELEASE, null, null, null, null, null, null, null, null, null),
                false,
                false,
                true);
    }

    /** The next version, with what a rule can allow. */
    public static AlertRuleDefined allowing(AlertRuleDefined rule, boolean provisional, boolean breaks) {
        return new AlertRuleDefined(
                rule.code(),
                rule.version() + 1,
                rule.labels(),
                rule.indicator(),
                rule.level(),
                rule.territories(),
                rule.frequency(),
                rule.method(),
                provisional,
                breaks,
                rule.active());
    }

    public static void define(Publisher publisher, AlertRuleDefined rule) {
        publisher.reference(AlertRuleDefined.TYPE, rule.code(), rule);
    }

    /** Waits until that version was evaluated over a release, and nothing else since. */
    public static ValidatableResponse awaitEvaluated(AlertRuleDefined rule, UUID release) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> Caller.reader()
                        .get("/v1/alert-rules/{code}", rule.code())
                        .then()
                        .statusCode(200)
                        .body("lastEvaluation.release", equalTo(release.toString()))
                        .body("lastEvaluation.ruleVersion", equalTo((int) rule.version())));
        return Caller.reader().get("/v1/alert-rules/{code}", rule.code()).then();
    }

    /** The alerts of a rule, the newest first. */
    public static ValidatableResponse alerts(AlertRuleDefined rule) {
        return Caller.reader()
                .queryParam("rule", rule.code())
                .get("/v1/alerts")
                .then()
                .statusCode(200);
    }

    public static List<String> ids(AlertRuleDefined rule) {
        return alerts(rule).extract().path("items.id");
    }

    /**
     * Six years of about 20 cases a month in each of two communes, and then some months: the first commune has these numbers
     * of cases, the other goes on.
     *
     * @param status of the months that follow
     */
    public static List<Row> monthly(String status, long... following) {
        List<Row> rows = new ArrayList<>();
        for (int month = 0; month < MONTHS + following.length; month++) {
            String period = FIRST.plus(month).toString();
            boolean follows = month >= MONTHS;
            long usual = 18L + month * 7 % 5;
            long first = follows ? following[month - MONTHS] : usual;
            rows.add(new Row("13101", period, "40101", first, follows ? status : "A"));
            rows.add(new Row("13127", period, "40101", usual, follows ? status : "A"));
        }
        return rows;
    }
}
