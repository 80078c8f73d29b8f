package cl.observatory.query.release;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One data set: what is sent of it, what is refused, and what readers are answered. */
final class Delivery implements AutoCloseable {

    private final DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
    private final Publisher publisher = new Publisher();
    private final TopicReader deadLetters = new TopicReader("observatory.releases.v1.dead-letter");

    Delivery() {
        publisher.territories();
    }

    String dataset() {
        return dataset.id();
    }

    Sent prepare(int sequence, List<Row> rows) {
        return Sent.of(dataset, sequence, rows);
    }

    Sent prepare(int sequence, Instant publishedAt, List<Row> rows) {
        return Sent.of(dataset, sequence, publishedAt, rows);
    }

    void send(Event... events) {
        send(List.of(events));
    }

    void send(List<Event> events) {
        events.forEach(event -> publisher.send(Topics.RELEASES, event));
    }

    void sendNoise(byte[] noise) {
        publisher.send(new ProducerRecord<>(Topics.RELEASES, dataset.id(), noise));
    }

    void sendTerritories(String version) {
        publisher.territories(version);
    }

    /** Sends a release and waits until readers are answered from it. */
    void publish(Sent sent) {
        send(sent.all());
        Caller.awaitRelease(dataset.id(), sent.release().sequence());
    }

    void publish(int sequence, List<Row> rows) {
        publish(prepare(sequence, rows));
    }

    /** Waits until the release is among the dead letters. */
    void assertReported(Sent sent) {
        ConsumerRecord<String, byte[]> dead = deadLetters.awaitEvent(sent.id());
        assertTrue(TopicReader.header(dead, "dead-letter-reason")
                .contains(sent.id().toString()));
    }

    TopicReader deadLetters() {
        return deadLetters;
    }

    /** Ids of the events of the data set that are among the dead letters. */
    List<UUID> refused() {
        return deadLetters.ofKey(dataset.id()).stream()
                .map(record -> UUID.fromString(TopicReader.header(record, "ce_id")))
                .toList();
    }

    /**
     * Events of one data set are applied in their order: when one that was sent last is refused, the others are done.
     *
     * @return the one that is refused
     */
    Event awaitEverythingApplied() {
        Event last = new Event(
                UUID.randomUUID(),
                "/test",
                ObservationBatch.TYPE,
                dataset.id(),
                Instant.now(),
                Event.Encoding.IDENTITY,
                new byte[] {1});
        send(last);
        deadLetters.awaitEvent(last.id());
        return last;
    }

    /** Numbers of the releases that can be read, newest first. */
    List<Integer> sequences() {
        return Caller.reader()
                .get("/v1/datasets/{id}/releases", dataset.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.sequence");
    }

    /** All cases of 2024. */
    int cases() {
        return Caller.reader()
                .queryParam("territory", "CL")
                .queryParam("period", "2024")
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200)
                .body("items.period", contains("2024"))
                .extract()
                .path("items[0].value");
    }

    /** The value of a cell, null when there is none. */
    Integer cases(String territory, String period) {
        return cases(territory, period, null);
    }

    /**
     * @param asOf null for the present
     */
    Integer cases(String territory, String period, Instant asOf) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", period)
                .queryParams(asOf == null ? Map.of() : Map.of("asOf", asOf.toString()))
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].value");
    }

    @Override
    public void close() {
        publisher.close();
        deadLetters.close();
    }
}
