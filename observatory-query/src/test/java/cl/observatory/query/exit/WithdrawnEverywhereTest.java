package cl.observatory.query.exit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Topics;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseVisible;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * A number that everybody could read is withdrawn for a disclosure. Every operation of the contract is asked before, where
 * it is found, and after, when it must not be found anywhere, nor in the tables that answers are made from.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class WithdrawnEverywhereTest {

    private static final long SECRET = 48_151_623;
    private static final String DIGITS = Long.toString(SECRET);

    /** So that a rate has the digits of its count. */
    private static final long PEOPLE = 100_000;

    /** To read all of a topic. */
    private static final int TURNS = 20;

    @Inject
    Jdbi jdbi;

    @Test
    void numberIsFoundBeforeAndNowhereAfter() throws IOException {
        try (History history = History.ofCases();
                Publisher publisher = new Publisher()) {
            String population = Publisher.unique("people");
            publisher.release(
                    Publisher.population(population),
                    1,
                    Stream.of("13101", "13127", "13203")
                            .flatMap(area -> Stream.of("2023", "2024").map(year -> Row.people(area, year, PEOPLE)))
                            .toList());
            Instant published = Instant.now().minus(2, ChronoUnit.HOURS);
            ReleasePublished first = history.full(published, rows(SECRET));
            String rate = history.dataset().toUpperCase(Locale.ROOT).replace('-', '_');
            publisher.define(Publisher.rate(rate, history.dataset(), population, "40101"));
            Caller.awaitFound("/v1/indicators/{code}", rate);
            Caller.awaitRelease(population, 1);
            AlertRuleDefined rule =
                    Alerting.communes(rate, Frequency.M, Alerting.threshold(AlertRuleDefined.ABOVE, "1000"));
            Alerting.define(publisher, rule);
            Alerting.awaitEvaluated(rule, first.releaseId());
            ReleasePublished second = history.full(published.plus(1, ChronoUnit.HOURS), rows(SECRET + 1));
            Alerting.awaitEvaluated(rule, second.releaseId());
            assertEquals(2, Alerting.ids(rule).size());
            EveryQuestion questions = new EveryQuestion(
                    first,
                    second,
                    Map.of(
                            "id", List.of(history.dataset()),
                            "indicator", List.of(rate),
                            "citation",
                                    List.of(
                                            EveryQuestion.cite(
                                                    "/v1/indicators/%s/series?territory=13101,13".formatted(rate)),
                                            EveryQuestion.cite("/v1/datasets/%s/observations?asOf=%s"
                                                    .formatted(history.dataset(), published.plusSeconds(60)))),
                            "population", List.of(population),
                            "asOf", List.of(published.plusSeconds(60).toString()),
                            "updatedAfter", List.of(published.plusSeconds(60).toString()),
                            "rule", List.of(rule.code()),
                            "alert", Alerting.ids(rule)));
            assertEquals(EveryQuestion.TELLING, List.copyOf(telling(questions)));

            history.withdraw(second, ReleaseWithdrawn.DISCLOSURE);
            history.withdraw(first, ReleaseWithdrawn.DISCLOSURE);

            assertEquals(List.of(), List.copyOf(telling(questions)));
            Caller.reader().get("/v1/releases/{id}", first.releaseId()).then().statusCode(410);
            assertEquals(0, kept());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Collections.disjoint(
                            toldOf(history.dataset()), Set.of(ReleaseVisible.TYPE, AlertRaised.TYPE)));
        }
    }

    /** In how many rows of the store it is found, or what alerts and events make of it. */
    private int kept() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (select count(*) from cell where value in (:secret, :secret + 1))
                            + (select count(*) from citation where citation::text like :digits)
                            + (select count(*) from alert where definition::text like :digits)
                            + (select count(*) from outbox where convert_from(data, 'UTF8') like :digits)
                        """)
                .bind("secret", SECRET)
                .bind("digits", "%" + DIGITS.substring(0, DIGITS.length() - 1) + "%")
                .mapTo(Integer.class)
                .one());
    }

    /** The types of the events that the public topic has about a data set; there is one at least. */
    private static Set<String> toldOf(String dataset) {
        try (TopicReader topic = new TopicReader(Topics.PUBLIC)) {
            Set<String> types = new HashSet<>();
            topic.awaitKey(dataset);
            for (int turn = 0; turn < TURNS; turn++) {
                topic.ofKey(dataset).forEach(record -> types.add(TopicReader.header(record, "ce_type")));
            }
            return types;
        }
    }

    /** The operations in whose answers it is found. */
    private static SortedSet<String> telling(EveryQuestion questions) throws IOException {
        SortedSet<String> telling = new TreeSet<>();
        assertAll(questions.all().stream().map(asked -> () -> {
            Response answer = asked.answer();
            assertTrue(
                    List.of(200, 204, 400, 404, 410).contains(answer.statusCode()),
                    () -> asked + ": " + answer.statusCode() + " " + answer.asString());
            if (EveryQuestion.Asked.text(answer).replaceAll("[.,' ]", "").contains(DIGITS)) {
                telling.add(asked.operation());
            }
            assertFalse(answer.headers().toString().contains(DIGITS), asked::toString);
        }));
        return telling;
    }

    private static List<Row> rows(long secret) {
        return Stream.of("2023-01", "2024-01")
                .flatMap(month -> Stream.of(
                        Row.of("13101", month, "40101", secret),
                        Row.of("13127", month, "40101", 20),
                        Row.of("13203", month, "40101", 30)))
                .toList();
    }
}
