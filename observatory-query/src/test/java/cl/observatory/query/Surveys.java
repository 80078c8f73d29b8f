package cl.observatory.query;

import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Estimates, indices and amounts of communes by year, and breaks, as ingest would send them. */
public final class Surveys {

    private Surveys() {}

    /** A cell with what stands beside it; null for what was not published. */
    public record Cell(
            String area,
            String year,
            Long value,
            Long error,
            Long lower,
            Long upper,
            Long sample,
            Long freedom,
            String status) {

        public static Cell of(String area, int year, long value, Long error, Long sample, Long freedom) {
            return new Cell(area, Integer.toString(year), value, error, null, null, sample, freedom, "A");
        }

        public static Cell plain(String area, int year, long value) {
            return of(area, year, value, null, null, null);
        }

        public Cell between(long low, long high) {
            return new Cell(area, year, value, error, low, high, sample, freedom, status);
        }

        private Map<ObservationAttribute, Long> attributes() {
            Map<ObservationAttribute, Long> attributes = new EnumMap<>(ObservationAttribute.class);
            put(attributes, ObservationAttribute.STD_ERR, error);
            put(attributes, ObservationAttribute.LOWER_CI, lower);
            put(attributes, ObservationAttribute.UPPER_CI, upper);
            put(attributes, ObservationAttribute.SAMPLE_SIZE, sample);
            put(attributes, ObservationAttribute.DF, freedom);
            return attributes;
        }

        private static void put(
                Map<ObservationAttribute, Long> attributes, ObservationAttribute attribute, Long number) {
            if (number != null) {
                attributes.put(attribute, number);
            }
        }
    }

    public static DatasetDefined dataset(String kind, String statistic, int decimals) {
        return new DatasetDefined(
                Publisher.unique("survey"),
                new Labels("Datos sintéticos", "Synthetic data"),
                kind,
                "commune",
                "PT",
                decimals,
                Frequency.A,
                List.of(),
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                null,
                true,
                Instant.EPOCH,
                null,
                statistic,
                null,
                null);
    }

    /** Of the same type as the data set's kind. */
    public static IndicatorDefined indicator(DatasetDefined dataset) {
        return new IndicatorDefined(
                "T_" + dataset.id().replace('-', '_').toUpperCase(Locale.ROOT),
                1,
                new Labels("Valor", "Value"),
                new Labels("Qué es", "What it is"),
                dataset.kind(),
                new IndicatorDefined.Selection(dataset.id(), Map.of()),
                null,
                null,
                "PT",
                "AMBIGUOUS",
                false);
    }

    public static BreaksDefined breaks(DatasetDefined dataset, long version, Instant definedAt, String... periods) {
        List<BreaksDefined.Break> breaks = new ArrayList<>();
        for (String period : periods) {
            breaks.add(new BreaksDefined.Break(
                    period, "METHOD", new Labels("Otro cuestionario.", "Another questionnaire."), null));
        }
        return new BreaksDefined(dataset.id(), version, breaks, definedAt);
    }

    public static void publish(Publisher publisher, DatasetDefined dataset, int sequence, List<Cell> cells) {
        publish(publisher, dataset, sequence, Instant.now(), cells);
    }

    public static ReleasePublished publish(
            Publisher publisher, DatasetDefined dataset, int sequence, Instant publishedAt, List<Cell> cells) {
        List<ObservationBatch> batches = batches(dataset, cells);
        return send(
                publisher,
                batches,
                Publisher.published(batches.getFirst().releaseId(), dataset, sequence, publishedAt, batches));
    }

    /**
     * A merge over another release.
     *
     * @param changed cells in which it differs
     * @param whole all its cells
     */
    public static ReleasePublished merge(
            Publisher publisher, ReleasePublished base, Instant publishedAt, List<Cell> changed, List<Cell> whole) {
        List<ObservationBatch> batches = batches(base.dataset(), changed);
        ReleasePublished all = Publisher.published(
                batches.getFirst().releaseId(),
                base.dataset(),
                base.sequence() + 1,
                publishedAt,
                batches(base.dataset(), whole));
        return send(
                publisher,
                batches,
                new ReleasePublished(
                        all.releaseId(),
                        all.datasetId(),
                        all.sequence(),
                        all.status(),
                        publishedAt,
                        null,
                        changed.size(),
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
                        (long) whole.size()));
    }

    private static ReleasePublished send(
            Publisher publisher, List<ObservationBatch> batches, ReleasePublished release) {
        batches.forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
        publisher.send(Topics.RELEASES, Publisher.event(release));
        return release;
    }

    /** Those of a release that does not come. */
    public static void sendBatches(Publisher publisher, DatasetDefined dataset, List<Cell> cells) {
        batches(dataset, cells)
                .forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
    }

    private static List<ObservationBatch> batches(DatasetDefined dataset, List<Cell> cells) {
        UUID id = UUID.randomUUID();
        ObservationBatchBuilder builder = new ObservationBatchBuilder(List.of(), 2);
        List<ObservationBatch> batches = new ArrayList<>();
        for (Cell cell : cells) {
            builder.add(
                    new String[] {cell.area(), cell.year(), cell.status()},
                    cell.value() == null ? ObservationBatch.MISSING : cell.value(),
                    cell.attributes());
            if (builder.isFull()) {
                batches.add(builder.build(id, dataset.id(), batches.size()));
            }
        }
        if (!builder.isEmpty()) {
            batches.add(builder.build(id, dataset.id(), batches.size()));
        }
        return batches;
    }
}
