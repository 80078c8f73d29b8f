package cl.observatory.query;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.ClassificationPublished.Bundle;
import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.ClassificationPublished.Correspondence;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Succession;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.events.time.Frequency;
import cl.observatory.local.TestServers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what ingest would send. */
public final class Publisher implements AutoCloseable {

    private static final LocalDate CHANGE = LocalDate.of(2018, 9, 6);

    /** Four regions with their provinces and communes; one commune changed its code with its region in 2018. */
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
                    territory("13203", "commune", "132", 10),
                    since("16", "region", "CL", 11),
                    since("161", "province", "16", 12),
                    since("16101", "commune", "161", 13),
                    territory("08", "region", "CL", 14),
                    territory("081", "province", "08", 15),
                    territory("08101", "commune", "081", 16),
                    territory("08102", "commune", "081", 17),
                    until("084", "province", "08", 18),
                    until("08401", "commune", "084", 19)),
            List.of(new Succession(
                    "08401", "16101", CHANGE, BigDecimal.ONE, "RECODE Ley 21.033", LocalDate.of(2026, 11, 1))));

    /** A family of two classes, and a bundle of one of them. */
    public static final ClassificationPublished CLASSES = new ClassificationPublished(
            "CEAD-2024",
            "test-table",
            new Labels("Delitos", "Offences"),
            List.of(
                    new Code("4", null, "family", new Labels("Drogas", "Drugs")),
                    new Code("40101", "4", "subgroup", new Labels("Tráfico", "Trafficking")),
                    new Code("40102", "4", "subgroup", new Labels("Microtráfico", "Small-scale trafficking"))),
            List.of(new Correspondence(
                    "40101", "<", "ICCS", "06012", List.of("SIC=UNKNOWN"), "a note", LocalDate.of(2026, 11, 1))),
            List.of(new Bundle(
                    "DRUG_LAW", new Labels("Ley de drogas", "Drug law"), List.of("40101", "40102"), true, null)));

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A row of a release: territory, period, codes of the dimensions joined by '|' (null without), value, status. */
    public record Row(String area, String period, String codes, Long value, String status) {

        public static Row of(String area, String period, String codes, long value) {
            return new Row(area, period, codes, value, "A");
        }

        public static Row missing(String area, String period, String codes, String status) {
            return new Row(area, period, codes, null, status);
        }

        public static Row people(String area, String year, long value) {
            return new Row(area, year, null, value, "A");
        }
    }

    /** Cases by month and class. */
    public static DatasetDefined cases(String id) {
        return cases(id, Frequency.M, "CRIME_CLASS");
    }

    /**
     * @param dimensions the first is of the scheme CEAD-2024, others of a scheme that nobody has published
     */
    public static DatasetDefined cases(String id, Frequency frequency, String... dimensions) {
        List<DatasetDefined.Dimension> schemes = Stream.of(dimensions)
                .map(dimension -> new DatasetDefined.Dimension(
                        dimension, dimension.equals("CRIME_CLASS") ? "CEAD-2024" : "UNPUBLISHED"))
                .toList();
        return dataset(id, "COUNT", frequency, schemes, null);
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

    public static IndicatorDefined count(String code, String cases, String... classes) {
        return new IndicatorDefined(
                code,
                1,
                new Labels("Casos", "Cases"),
                new Labels("Casos policiales", "Police cases"),
                "COUNT",
                new IndicatorDefined.Selection(cases, Map.of("CRIME_CLASS", List.of(classes))),
                null,
                null,
                "CASES",
                "AMBIGUOUS",
                true);
    }

    /** In percent, the cases of some classes of those of others. */
    public static IndicatorDefined share(
            String code, String part, List<String> classes, String whole, List<String> ofClasses, boolean isPart) {
        return new IndicatorDefined(
                code,
                1,
                new Labels("Proporción", "Share"),
                new Labels("Parte de los casos", "Part of the cases"),
                "SHARE",
                new IndicatorDefined.Selection(part, Map.of("CRIME_CLASS", classes)),
                new IndicatorDefined.Selection(whole, Map.of("CRIME_CLASS", ofClasses)),
                100,
                "PT",
                "HIGHER_IS_WORSE",
                false,
                isPart);
    }

    /** An id that no other test has. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public void territories() {
        territories(TERRITORIES.version());
    }

    /** The same table under another version. */
    public void territories(String version) {
        reference(
                TerritoriesPublished.TYPE,
                TerritoriesPublished.SUBJECT,
                new TerritoriesPublished(version, TERRITORIES.territories(), TERRITORIES.successions()));
    }

    public void classes() {
        reference(ClassificationPublished.TYPE, CLASSES.scheme(), CLASSES);
    }

    public void define(DatasetDefined dataset) {
        reference(DatasetDefined.TYPE, dataset.id(), dataset);
    }

    public void define(IndicatorDefined indicator) {
        reference(IndicatorDefined.TYPE, indicator.code(), indicator);
    }

    public void reference(String type, String subject, Object data) {
        send(Topics.REFERENCE, Event.of(UUID.randomUUID(), "/test", type, subject, Instant.now(), data));
    }

    /** The batches of a release, at least two if there are rows enough, and the release. */
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
        List<String> dimensions =
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList();
        ObservationBatchBuilder builder = new ObservationBatchBuilder(dimensions, Math.max(2, rows.size() / 3));
        List<ObservationBatch> batches = new ArrayList<>();
        for (Row row : rows) {
            List<String> codes = new ArrayList<>(List.of(row.area(), row.period()));
            if (!dimensions.isEmpty()) {
                codes.addAll(List.of(row.codes().split("\\|", -1)));
            }
            codes.add(row.status());
            builder.add(codes.toArray(String[]::new), row.value() == null ? ObservationBatch.MISSING : row.value());
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

    /**
     * A merge.
     *
     * @param batches of the rows that differ
     * @param whole all rows of the release
     */
    public static ReleasePublished merged(
            UUID id, ReleasePublished base, Instant publishedAt, List<ObservationBatch> batches, List<Row> whole) {
        ReleasePublished all =
                published(id, base.dataset(), base.sequence() + 1, publishedAt, batches(id, base.dataset(), whole));
        return new ReleasePublished(
                id,
                base.datasetId(),
                base.sequence() + 1,
                all.status(),
                publishedAt,
                null,
                batches.stream().mapToLong(ObservationBatch::rows).sum(),
                batches.size(),
                all.checksum(),
                all.firstPeriod(),
                all.lastPeriod(),
                all.sourceSha256(),
                all.profile(),
                all.profileVersion(),
                publishedAt,
                all.territoriesVersion(),
                all.dataset(),
                ReleasePublished.MERGE,
                base.releaseId(),
                (long) whole.size());
    }

    public static Event event(ReleaseWithdrawn withdrawn) {
        return Event.of(
                UUID.randomUUID(),
                "/test",
                ReleaseWithdrawn.TYPE,
                withdrawn.datasetId(),
                withdrawn.withdrawnAt(),
                withdrawn);
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
        return territory(code, level, parent, order, null, null);
    }

    private static Territory since(String code, String level, String parent, int order) {
        return territory(code, level, parent, order, CHANGE, null);
    }

    private static Territory until(String code, String level, String parent, int order) {
        return territory(code, level, parent, order, null, CHANGE);
    }

    private static Territory territory(
            String code, String level, String parent, int order, LocalDate validFrom, LocalDate validTo) {
        return new Territory(
                code, level, parent, new Labels("es " + code, "en " + code), order, null, validFrom, validTo, null);
    }
}
