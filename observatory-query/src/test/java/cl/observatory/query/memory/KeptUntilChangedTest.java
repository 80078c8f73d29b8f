package cl.observatory.query.memory;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Topics;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is kept, and no longer once anything has changed that readers are answered from, whoever changed it. */
@QuarkusTest
@WithTestResource(Servers.class)
class KeptUntilChangedTest {

    @Inject
    MeterRegistry meters;

    @Inject
    Jdbi jdbi;

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
    private final String indicator = Publisher.unique("K").replace('-', '_').toUpperCase(Locale.ROOT);
    private final String series = "/v1/indicators/" + indicator + "/series?territory=13101&period=2024-01";

    @BeforeEach
    void publishFigures() {
        publisher.territories();
        publisher.classes();
        publisher.define(dataset);
        publisher.define(Publisher.count(indicator, dataset.id(), "40101"));
        publisher.release(dataset, 1, rows(3));
        Caller.awaitRelease(dataset.id(), 1);
        Caller.awaitFound(series);
        awaitKept(series);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void untilARelease() {
        get(series).body("items[0].value", equalTo(3));

        publisher.release(dataset, 2, rows(4));

        await().untilAsserted(() -> get(series).body("items[0].value", equalTo(4)));
    }

    @Test
    void untilAWithdrawal() {
        // Given
        ReleasePublished second = publisher.release(dataset, 2, rows(4));
        await().untilAsserted(() -> get(series).body("items[0].value", equalTo(4)));
        awaitKept(series);

        // When
        publisher.send(
                Topics.RELEASES,
                Publisher.event(new ReleaseWithdrawn(
                        second.releaseId(),
                        dataset.id(),
                        2,
                        second.publishedAt(),
                        Instant.now(),
                        ReleaseWithdrawn.ERROR,
                        "Wrong.")));

        // Then
        await().untilAsserted(() -> get(series).body("items[0].value", equalTo(3)));
    }

    @Test
    void untilADefinition() {
        get(series).body("indicator.version", equalTo(1)).body("items[0].value", equalTo(3));

        IndicatorDefined first = Publisher.count(indicator, dataset.id(), "40101");
        publisher.define(new IndicatorDefined(
                indicator,
                2,
                first.labels(),
                first.description(),
                first.type(),
                Publisher.count(indicator, dataset.id(), "40102").numerator(),
                null,
                null,
                first.unit(),
                first.direction(),
                first.proxy()));

        await().untilAsserted(
                        () -> get(series).body("indicator.version", equalTo(2)).body("items[0].value", nullValue()));
    }

    @Test
    void untilAnAnnotation() {
        get(series).body("annotations", empty());

        UUID id = UUID.randomUUID();
        publisher.reference(AnnotationPublished.TYPE, id.toString(), annotation(id));

        await().untilAsserted(() -> get(series).body("annotations.text", contains("No es así.")));
    }

    @Test
    void notOnlyUntilItsOwnProcessIsToldOfSomething() {
        // Given
        String path = "/v1/datasets/" + dataset.id();
        awaitKept(path);

        // When another process applies an event
        applyElsewhere("Changed elsewhere");

        // Then
        await().untilAsserted(() -> get(path).body("title.en", equalTo("Changed elsewhere")));
        awaitKept(path);
    }

    @Test
    void noChangeGoesUnheardWhileTheConnectionIsLost() {
        // Given
        String path = "/v1/datasets/" + dataset.id();
        awaitKept(path);

        // When
        int ended = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = :name "
                                + "and datname = current_database()")
                .bind("name", ChangeListener.NAME)
                .mapTo(Integer.class)
                .one());
        applyElsewhere("Changed meanwhile");

        // Then
        assertEquals(1, ended);
        await().untilAsserted(() -> get(path).body("title.en", equalTo("Changed meanwhile")));
        awaitKept(path);
    }

    @Test
    void whileAReleaseIsLoadingBesideWhatIsServed() {
        // Given
        List<ObservationBatch> batches = Publisher.batches(UUID.randomUUID(), dataset, rows(5));
        double before = kept();

        // When
        batches.forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
        await().until(() -> loaded() == batches.size());

        // Then
        get(series).body("items[0].value", equalTo(3));
        assertEquals(before + 1, kept());
    }

    /** Batches of a release that no reader sees. */
    private int loaded() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from loaded_batch join release on key = release_key
                        where dataset_id = :dataset and state = 'LOADING'
                        """)
                .bind("dataset", dataset.id())
                .mapTo(Integer.class)
                .one());
    }

    private void applyElsewhere(String title) {
        jdbi.useTransaction(handle -> {
            handle.execute("insert into processed_event values (?)", UUID.randomUUID());
            handle.createUpdate("""
                            update dataset set definition = jsonb_set(definition, '{title,en}', to_jsonb(:title::text))
                            where id = :id
                            """)
                    .bind("title", title)
                    .bind("id", dataset.id())
                    .execute();
        });
    }

    private AnnotationPublished annotation(UUID id) {
        return new AnnotationPublished(
                id,
                1,
                1,
                AnnotationPublished.PUBLISHED,
                "DISPUTE",
                dataset.id(),
                null,
                "13101",
                "2023-12",
                "2024-01",
                "town-hall",
                new AnnotationPublished.Text("No es así.", "It is not so."),
                null,
                Instant.now());
    }

    private static List<Row> rows(long value) {
        return List.of(Row.of("13101", "2024-01", "40101", value), Row.of("13127", "2024-01", "40101", value));
    }

    private void awaitKept(String path) {
        await().until(() -> {
            double before = kept();
            get(path).statusCode(200);
            return kept() > before;
        });
    }

    private double kept() {
        return meters.counter("observatory.answers", "from", "memory").count();
    }

    private static ValidatableResponse get(String path) {
        return Caller.reader().get(path).then();
    }
}
