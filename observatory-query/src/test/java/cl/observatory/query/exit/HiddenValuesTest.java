package cl.observatory.query.exit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.signal.SignalsClosed.Commune;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Alerting;
import cl.observatory.query.Caller;
import cl.observatory.query.Communities;
import cl.observatory.query.Policies;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Numbers that must not be told arrive all the same, as if the mask of their owner had failed: small counts of a restricted
 * data set, and suppressed cells that bear their value. Every operation of the contract is asked in every form and with
 * every parameter, and nothing of them may be found in any answer.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class HiddenValuesTest {

    /** A small count is one below this, so that it has digits enough to be looked for. */
    private static final int SMALL_BELOW = 10_000_000;

    private static final long SMALL = 7_654_321;
    private static final long SUPPRESSED = 43_219_876;
    private static final long SHOWN = 20_000_003;
    private static final long SHOWN_LATER = 20_000_103;

    /** Of a community: told as the lower end of its band, which is {@link #SMALL_BELOW}. */
    private static final long UNBANDED = 15_926_535;

    /** Of a signal, told as it is because it is the lower end of its band. */
    private static final int SIGNAL = 61_803_399;

    /** So that a rate has the digits of its count. */
    private static final long PEOPLE = 100_000;

    /** Digits that the hidden numbers, their rates and their sums with what is shown would bring, points left out. */
    private static final List<String> TRACES = List.of(
            Long.toString(SMALL).substring(0, 6),
            Long.toString(UNBANDED).substring(0, 6),
            Long.toString(2 * UNBANDED).substring(0, 6),
            Long.toString(SUPPRESSED).substring(0, 6),
            Long.toString(SHOWN + SMALL).substring(0, 6),
            Long.toString(SHOWN + SUPPRESSED).substring(0, 6));

    private final String restricted = Publisher.unique("restricted");
    private final String suppressed = Publisher.unique("suppressed");
    private final String community = Publisher.unique("community");
    private final String population = Publisher.unique("people");
    private final String small = code(restricted);
    private final String rate = code(suppressed);

    private EveryQuestion publish(Publisher publisher) {
        publisher.territories();
        publisher.classes();
        publisher.release(
                Publisher.population(population),
                1,
                Stream.of("13101", "13127", "13203", "08101")
                        .flatMap(area -> Stream.of("2023", "2024").map(year -> Row.people(area, year, PEOPLE)))
                        .toList());
        DatasetDefined masked =
                Policies.restricted(SMALL_BELOW, Publisher.cases(restricted, Frequency.A, "CRIME_CLASS"));
        DatasetDefined banded = Policies.community(SMALL_BELOW, Publisher.cases(community, Frequency.A, "CRIME_CLASS"));
        publishCommunity(publisher, banded);
        DatasetDefined open = Publisher.cases(suppressed, Frequency.A, "CRIME_CLASS");
        ReleasePublished first = publisher.release(open, 1, rows(SUPPRESSED, "Q", SHOWN));
        publisher.release(masked, 1, rows(SMALL, "A", SHOWN));
        Caller.awaitRelease(suppressed, 1);
        Caller.awaitRelease(restricted, 1);
        Instant between = Instant.now();
        ReleasePublished second = publisher.release(open, 2, rows(SUPPRESSED + 1, "Q", SHOWN_LATER));
        ReleasePublished ofMasked = publisher.release(masked, 2, rows(SMALL + 1, "A", SHOWN_LATER));
        publisher.define(Publisher.count(small, restricted, "40101"));
        publisher.define(Publisher.rate(rate, suppressed, population, "40101"));
        Caller.awaitRelease(population, 1);
        Caller.awaitRelease(suppressed, 2);
        Caller.awaitRelease(restricted, 2);
        Caller.awaitFound("/v1/indicators/{code}", small);
        Caller.awaitFound("/v1/indicators/{code}", rate);
        AlertRuleDefined ofSmall = above(small);
        AlertRuleDefined ofRate = above(rate);
        Alerting.define(publisher, ofSmall);
        Alerting.define(publisher, ofRate);
        Alerting.awaitEvaluated(ofSmall, ofMasked.releaseId());
        Alerting.awaitEvaluated(ofRate, second.releaseId());
        List<String> alerts = Stream.of(ofSmall, ofRate)
                .flatMap(rule -> Alerting.ids(rule).stream())
                .toList();
        assertEquals(4, alerts.size(), "one for each number that is told");
        return new EveryQuestion(
                first,
                second,
                Map.of(
                        "id", List.of(restricted, suppressed, community),
                        "indicator", List.of(small, rate, code(community)),
                        "citation",
                                Stream.of(
                                                "/v1/indicators/%s/series?territory=13101,13127".formatted(small),
                                                "/v1/indicators/%s/ranking?period=2024".formatted(rate),
                                                "/v1/datasets/%s/observations".formatted(restricted))
                                        .map(EveryQuestion::cite)
                                        .toList(),
                        "population", List.of(population),
                        "asOf", List.of(between.toString(), Instant.now().toString()),
                        "updatedAfter", List.of("2020-01-01T00:00:00Z", between.toString()),
                        "rule", List.of(ofSmall.code(), ofRate.code()),
                        "alert", alerts));
    }

    private void publishCommunity(Publisher publisher, DatasetDefined banded) {
        publisher.release(banded, 1, rows(SMALL, "A", UNBANDED));
        signals(publisher);
        publisher.define(Publisher.count(code(community), community, "40101"));
        Caller.awaitRelease(community, 1);
        Caller.awaitFound("/v1/indicators/{code}", code(community));
    }

    /**
     * A month whose counts came as they were, as if nobody had banded them, and two with a band; one of these is newer than any
     * that another test sends, as a profile tells of the newest alone.
     */
    private static void signals(Publisher publisher) {
        String category = Communities.code("unbanded");
        signals(publisher, category, "2023-01", SMALL_BELOW, new Commune("13127", (int) UNBANDED));
        signals(publisher, category, "2023-02", SIGNAL, new Commune("13127", SIGNAL));
        signals(publisher, category, "2030-01", SIGNAL, new Commune("13127", SIGNAL));
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/signals?category={category}&territory=13101,13127&period=2023-01..2030-01", category)
                .then()
                .body(
                        "items.atLeast",
                        contains(
                                nullValue(),
                                nullValue(),
                                nullValue(),
                                equalTo(SMALL_BELOW),
                                equalTo(SIGNAL),
                                equalTo(SIGNAL))));
    }

    private static void signals(Publisher publisher, String category, String month, int band, Commune shown) {
        Communities.send(
                publisher,
                Communities.closed(
                        category,
                        "HIDDEN",
                        month,
                        band,
                        Communities.CLOSED_ON,
                        new Commune("13101", (int) SMALL),
                        shown));
    }

    /** It would be raised by anything that is told. */
    private static AlertRuleDefined above(String indicator) {
        return Alerting.communes(indicator, Frequency.A, Alerting.threshold(AlertRuleDefined.ABOVE, "0"));
    }

    @Test
    void nothingOfThemIsFoundInAnyAnswer() throws IOException {
        List<EveryQuestion.Asked> questions;
        try (Publisher publisher = new Publisher()) {
            questions = publish(publisher).all();
        }
        SortedSet<String> telling = new TreeSet<>();
        SortedSet<String> signals = new TreeSet<>();
        SortedSet<String> forms = new TreeSet<>();
        assertAll(questions.stream().map(asked -> () -> {
            Response answer = asked.answer();
            String text = EveryQuestion.Asked.text(answer);
            assertTrue(
                    List.of(200, 204, 400, 404).contains(answer.statusCode()),
                    () -> asked + ": " + answer.statusCode() + " " + text);
            String digits = text.replaceAll("[.,' ]", "");
            TRACES.forEach(trace -> assertFalse(digits.contains(trace), () -> asked + " tells " + trace + ": " + text));
            answer.headers()
                    .forEach(header -> TRACES.forEach(
                            trace -> assertFalse(header.getValue().contains(trace), () -> asked + " " + header)));
            if (digits.contains(Long.toString(SHOWN)) || digits.contains(Long.toString(SHOWN_LATER))) {
                telling.add(asked.operation());
                forms.add(answer.contentType().split(";", -1)[0]);
            }
            if (digits.contains(Integer.toString(SIGNAL))) {
                signals.add(asked.operation());
            }
        }));
        // those that tell values did tell some, so that hidden ones would have been found
        assertEquals(EveryQuestion.TELLING, List.copyOf(telling));
        assertEquals(EveryQuestion.TELLING_SIGNALS, List.copyOf(signals));
        assertEquals(EveryQuestion.TELLING_FORMS, List.copyOf(forms));
    }

    @Test
    void countsOfCommunitiesAreToldAsTheLowerEndsOfTheirBands() {
        try (Publisher publisher = new Publisher()) {
            publish(publisher);
        }

        Caller.reader()
                .get("/v1/datasets/{id}/observations?period=2024", community)
                .then()
                .statusCode(200)
                .body("items.find { it.territory.code == '13101' }.value", nullValue())
                .body("items.find { it.territory.code == '13101' }.status", equalTo("Q"))
                .body("items.find { it.territory.code == '13127' }.value.longValue()", equalTo((long) SMALL_BELOW));
        // sums are made of what is told, and never of what was sent
        Caller.reader()
                .get("/v1/indicators/{code}/series?territory=CL&period=2024", code(community))
                .then()
                .statusCode(200)
                .body("items[0].value.longValue()", equalTo(2L * SMALL_BELOW));
    }

    private static String code(String dataset) {
        return dataset.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** A commune with a hidden number each year, and others that are told. */
    private static List<Row> rows(long hidden, String status, long shown) {
        List<Row> rows = new ArrayList<>();
        for (String year : List.of("2023", "2024")) {
            rows.add(new Row("13101", year, "40101", hidden, status));
            rows.add(Row.of("13127", year, "40101", shown));
            rows.add(Row.of("08101", year, "40101", shown));
        }
        return rows;
    }
}
