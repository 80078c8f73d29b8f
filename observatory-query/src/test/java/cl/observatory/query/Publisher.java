package cl.observatory.query;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import cl.observatory.local.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what ingest would send. */
public final class Publisher implements AutoCloseable {

    /** Two regions of three provinces and five communes. */
    public static final TerritoriesPublished TERRITORIES = new TerritoriesPublished(
            "test-table",
            List.of(
                    territory("CL", "country", null, 0),
                    territory("01", "region", "CL", 1),
                    territory("011", "province", "01", 2),
                    territory("01101", "commune", "011", 3),
                    territory("01107", "commune", "011", 4),
                    territory("13", "region", "CL", 5),
                    territory("131", "province", "13", 6),
                    territory("13101", "commune", "131", 7),
                    territory("13127", "commune", "131", 8),
                    territory("132", "province", "13", 9),
                    territory("13203", "commune", "132", 10)),
            List.of());

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A row of a release: territory, period, class (left out without dimensions), value, status. */
    public record Row(String area, String period, String crimeClass, Long value, String status) {

        public static Row of(String area, String period, String crimeClass, long value) {
            return new Row(area, period, crimeClass, value, "A");
        }

        public static Row people(String area, String year, long value) {
            return new Row(area, year, null, value, "A");
        }
    }

    public static DatasetDefined cases(String id) {
        return dataset(
                id, "COUNT", Frequency.M, List.of(new DatasetDefined.Dimension("CRIME_CLASS", "CEAD-2024")), null);
    }

    public static DatasetDefined population(String id) {
        return dataset(id, "POPULATION", Frequency.A, List.of(), "SYNTHETIC");
    }

    public static IndicatorDefined rate(String code, String cases, String population, String... classes) {
        return new IndicatorDefined(
                code,
                1,
                new Labels("Tasa", "Rate"),
                new Labels("Casos por 100.000 habitantes", "Cases per 100,000 inhabitants"),
                "RATE",
                new IndicatorDefined.Selection(cases, Map.of("CRIME_CLASS", List.of(classes))),
                new IndicatorDefined.Selection(population, Map.of()),
                100_000,
                "R100K",
                "AMBIGUOUS",
                false);
    }

    public void territories() {
        reference(TerritoriesPublished.TYPE, TerritoriesPublished.SUBJECT, TERRITORIES);
    }

    public void reference(String type, String subject, Object data) {
        send(Topics.REFERENCE, Event.of(UUID.randomUUID(), "/test", type, subject, Instant.now(), data));
    }

    /** The batches of a release, two rows each, and the release. */
    public ReleasePublished release(DatasetDefined dataset, int sequence, List<Row> rows) {
        return release(dataset, sequence, Instant.now(), rows);
    }

    public ReleasePublished release(DatasetDefined dataset, int sequence, Instant publishedAt, List<Row> rows) {
        UUID id = UUID.randomUUID();
        List<ObservationBatch> batches = batches(id, dataset, rows);
        batches.forEach(batch -> send(Topics.RELEASES, event(UUID.randomUUID(), batch)));
        ReleasePublished release = published(id, dataset, sequence, publishedAt, batches);
        send(Topics.RELEASES, event(release));
        return release;
    }

    public static List<ObservationBatch> batches(UUID release, DatasetDefined dataset, List<Row> rows) {
        boolean dimensioned = !dataset.dimensions().isEmpty();
        ObservationBatchBuilder builder =
                new ObservationBatchBuilder(dimensioned ? List.of("CRIME_CLASS") : List.of(), 2);
        List<ObservationBatch> batches = new ArrayList<>();
        for (Row row : rows) {
            builder.add(
                    dimensioned
                            ? new String[] {row.area(), row.period(), row.crimeClass(), row.status()}
                            : new String[] {row.area(), row.period(), row.status()},
                    row.value() == null ? ObservationBatch.MISSING : row.value());
            if (builder.isFull()) {
                batches.add(builder.build(release, dataset.id(), batches.size()));
            }
        }
        if (!builder.isEmpty()) {
            batches.add(builder.build(release, dataset.id(), batches.size()));
        }
        return batches;
    }

    public static ReleasePublished published(
            UUID id, DatasetDefined dataset, int sequence, Instant publishedAt, List<ObservationBatch> batches) {
        ReleaseChecksum checksum = new ReleaseChecksum();
        batches.forEach(checksum::add);
        List<String> periods = batches.stream()
                .flatMap(batch -> batch.dictionary(1).stream())
                .sorted()
                .toList();
        return new ReleasePublished(
                id,
                dataset.id(),
                sequence,
                "DEFINITIVE",
                publishedAt,
                null,
                batches.stream().mapToLong(ObservationBatch::rows).sum(),
                batches.size(),
                checksum.hex(),
                periods.getFirst(),
                periods.getLast(),
                "0".repeat(64),
                "test",
                1,
                publishedAt,
                TERRITORIES.version(),
                dataset);
    }

    public static Event event(UUID id, ObservationBatch batch) {
        return new Event(
                id,
                "/test",
                ObservationBatch.TYPE,
                batch.datasetId(),
                Instant.now(),
                Event.Encoding.ZSTD,
                ObservationBatchCodec.encode(batch));
    }

    public static Event event(ReleasePublished release) {
        return Event.of(
                release.releaseId(),
                "/test",
                ReleasePublished.TYPE,
                release.datasetId(),
                release.publishedAt(),
                release);
    }

    public void send(String topic, Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.subject(), event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static DatasetDefined dataset(
            String id, String kind, Frequency frequency, List<DatasetDefined.Dimension> dimensions, String base) {
        return new DatasetDefined(
                id,
                new Labels("Datos sintéticos", "Synthetic data"),
                kind,
                "commune",
                kind.equals("COUNT") ? "CASES" : "PERSONS",
                0,
                frequency,
                dimensions,
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                base,
                true,
                Instant.EPOCH);
    }

    private static Territory territory(String code, String level, String parent, int order) {
        return new Territory(
                code, level, parent, new Labels("es " + code, "en " + code), order, null, null, null, null);
    }
}
