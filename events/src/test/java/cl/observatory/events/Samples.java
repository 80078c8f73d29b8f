package cl.observatory.events;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.filing.FilingRootPublished;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseVisible;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsVisible;
import cl.observatory.events.time.Frequency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of each type with every field set, and one with none that may be left out. */
final class Samples {

    static final UUID RELEASE = UUID.fromString("c4c7a3c5-0d0e-4a55-8d0a-6f8a7f0b1c2d");

    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final Labels LABELS = new Labels("Etiqueta", "Label");
    private static final LocalDate DAY = LocalDate.of(2018, 9, 6);
    private static final Instant INSTANT = Instant.parse("2026-11-24T12:00:00.123Z");

    private Samples() {}

    record Sample(String type, Object data) {}

    static List<Sample> all() {
        return List.of(
                new Sample(TerritoriesPublished.TYPE, territories()),
                new Sample(ClassificationPublished.TYPE, classification()),
                new Sample(DatasetDefined.TYPE, population()),
                new Sample(DatasetDefined.TYPE, cases()),
                new Sample(DatasetDefined.TYPE, estimates()),
                new Sample(BreaksDefined.TYPE, breaks()),
                new Sample(IndicatorDefined.TYPE, rate()),
                new Sample(IndicatorDefined.TYPE, count()),
                new Sample(IndicatorDefined.TYPE, share()),
                new Sample(SourceDefined.TYPE, source("CSV", "https://example.org/a")),
                new Sample(SourceDefined.TYPE, source(null, null)),
                new Sample(SourceObserved.TYPE, delivered()),
                new Sample(SourceObserved.TYPE, changedShape()),
                new Sample(AnnotationPublished.TYPE, dispute()),
                new Sample(AnnotationPublished.TYPE, withdrawnNote()),
                new Sample(BoundaryShapes.TYPE, BoundarySamples.shapes()),
                new Sample(BoundariesPublished.TYPE, BoundarySamples.boundaries("By nobody", "https://example.org/a")),
                new Sample(BoundariesPublished.TYPE, BoundarySamples.boundaries(null, null)),
                new Sample(ReleasePublished.TYPE, published("Corrected.")),
                new Sample(ReleasePublished.TYPE, published(null)),
                new Sample(ReleasePublished.TYPE, merged()),
                new Sample(ReleaseWithdrawn.TYPE, withdrawn(ReleaseWithdrawn.ERROR, "Twice too high.")),
                new Sample(ReleaseWithdrawn.TYPE, withdrawn(ReleaseWithdrawn.DISCLOSURE, null)),
                new Sample(ReleaseVisible.TYPE, visible()),
                new Sample(AlertRuleDefined.TYPE, AlertSamples.baseline()),
                new Sample(AlertRuleDefined.TYPE, AlertSamples.cusum()),
                new Sample(AlertRuleDefined.TYPE, AlertSamples.threshold()),
                new Sample(AlertRuleDefined.TYPE, AlertSamples.newRelease()),
                new Sample(AlertRaised.TYPE, AlertSamples.unusual()),
                new Sample(AlertRaised.TYPE, AlertSamples.released()),
                new Sample(AlertWithdrawn.TYPE, AlertSamples.withdrawn()),
                new Sample(SignalsClosed.TYPE, SignalSamples.closed()),
                new Sample(SignalsClosed.TYPE, SignalSamples.closedWithoutCommunes()),
                new Sample(SignalsVisible.TYPE, SignalSamples.visible()),
                new Sample(FilingRootSigned.TYPE, signedRoot()),
                new Sample(FilingRootPublished.TYPE, publishedRoot()));
    }

    static List<ObservationBatch> batches() {
        ObservationBatchBuilder estimates = new ObservationBatchBuilder(List.of(), 10);
        estimates.add(
                new String[] {"13101", "2023", "A"},
                412,
                Map.of(
                        ObservationAttribute.STD_ERR, 20L,
                        ObservationAttribute.LOWER_CI, 373L,
                        ObservationAttribute.UPPER_CI, 451L,
                        ObservationAttribute.SAMPLE_SIZE, 480L,
                        ObservationAttribute.DF, 37L));
        estimates.add(new String[] {"13101", "2024", "A"}, 398, Map.of(ObservationAttribute.STD_ERR, 18L));
        estimates.add(new String[] {"01101", "2024", "O"}, ObservationBatch.MISSING);
        return List.of(batch(), estimates.build(RELEASE, "estimates", 0));
    }

    private static ObservationBatch batch() {
        ObservationBatchBuilder builder = new ObservationBatchBuilder(List.of("CRIME_CLASS", "SEX"), 10);
        builder.add(new String[] {"01101", "2024-01", "40101", "F", "P"}, 0);
        builder.add(new String[] {"13101", "2024-12", "40102", "M", "U"}, 1_234_567);
        builder.add(new String[] {"13101", "2024-01", "40101", "M", "O"}, ObservationBatch.MISSING);
        return builder.build(RELEASE, "cases", 7);
    }

    private static TerritoriesPublished territories() {
        return new TerritoriesPublished(
                SHA256,
                List.of(
                        new TerritoriesPublished.Territory("CL", "country", null, LABELS, 0, "CL", null, null, null),
                        new TerritoriesPublished.Territory("16", "region", "CL", LABELS, 1, "CL-NB", DAY, DAY, DAY)),
                List.of(
                        new TerritoriesPublished.Succession("16", "CL", DAY, new BigDecimal("0.25"), "A law", DAY),
                        new TerritoriesPublished.Succession("CL", "16", DAY, null, null, null)));
    }

    private static ClassificationPublished classification() {
        return new ClassificationPublished(
                "CEAD-2024",
                SHA256,
                LABELS,
                List.of(
                        new ClassificationPublished.Code("4", null, "family", LABELS),
                        new ClassificationPublished.Code("401", "4", "group", LABELS)),
                List.of(
                        new ClassificationPublished.Correspondence(
                                "4", "~", "ICCS-1.0", "0601", List.of("a=b"), "Partly", DAY),
                        new ClassificationPublished.Correspondence(
                                "401", "=", "ICCS-1.0", "06012", List.of(), null, null)),
                List.of(
                        new ClassificationPublished.Bundle("DRUG_LAW", LABELS, List.of("401"), true, "A proxy"),
                        new ClassificationPublished.Bundle("ALL", LABELS, List.of("4"), false, null)));
    }

    private static DatasetDefined population() {
        return new DatasetDefined(
                "population",
                LABELS,
                "POPULATION",
                "commune",
                "PERSONS",
                2,
                Frequency.A,
                List.of(),
                new DatasetDefined.Source(
                        "Institute", "Projections", "CC-BY-4.0", "https://example.org/a", "https://example.org/b"),
                "OFFICIAL",
                "BASE-1",
                false,
                INSTANT);
    }

    private static DatasetDefined cases() {
        return new DatasetDefined(
                "cases",
                LABELS,
                "COUNT",
                "commune",
                "CASES",
                0,
                Frequency.M,
                List.of(new DatasetDefined.Dimension("CRIME_CLASS", "CEAD-2024")),
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                "DERIVED",
                null,
                true,
                INSTANT);
    }

    private static DatasetDefined estimates() {
        return new DatasetDefined(
                "estimates",
                LABELS,
                "ESTIMATE",
                "commune",
                "PT",
                3,
                Frequency.A,
                List.of(),
                new DatasetDefined.Source("Institute", "Survey", "CC-BY-4.0", null, null),
                "OFFICIAL",
                null,
                false,
                INSTANT,
                "NONE",
                "PROPORTION",
                "RESTRICTED",
                5);
    }

    private static BreaksDefined breaks() {
        return new BreaksDefined(
                "estimates",
                4,
                List.of(
                        new BreaksDefined.Break("2023", "COVERAGE", LABELS, null),
                        new BreaksDefined.Break(
                                "2024", "METHOD", LABELS, new BreaksDefined.Bridge(new BigDecimal("0.95"), LABELS)),
                        new BreaksDefined.Break("2025", "TERRITORY", LABELS, new BreaksDefined.Bridge(null, LABELS))),
                INSTANT);
    }

    private static IndicatorDefined rate() {
        return new IndicatorDefined(
                "DRUG_RATE",
                3,
                LABELS,
                LABELS,
                "RATE",
                new IndicatorDefined.Selection("cases", Map.of("CRIME_CLASS", List.of("40101", "40102"))),
                new IndicatorDefined.Selection("population", Map.of()),
                100_000,
                "R100K",
                "AMBIGUOUS",
                true);
    }

    private static IndicatorDefined share() {
        return new IndicatorDefined(
                "PROXY_SHARE",
                1,
                LABELS,
                LABELS,
                "SHARE",
                new IndicatorDefined.Selection(
                        "cases",
                        Map.of("CRIME_CLASS", List.of("20102", "501")),
                        List.of(
                                new IndicatorDefined.Bundled(
                                        "CRIME_CLASS", "ARMS", LABELS, List.of("50101", "50102"), true, null),
                                new IndicatorDefined.Bundled(
                                        "CRIME_CLASS", "VEHICLES", LABELS, List.of("20102"), false, "a note"))),
                new IndicatorDefined.Selection("cases", Map.of("CRIME_CLASS", List.of("2", "5"))),
                100,
                "PT",
                "HIGHER_IS_WORSE",
                true,
                true);
    }

    private static IndicatorDefined count() {
        return new IndicatorDefined(
                "CASES",
                1,
                LABELS,
                LABELS,
                "COUNT",
                new IndicatorDefined.Selection("cases", Map.of("CRIME_CLASS", List.of("40101"))),
                null,
                null,
                "CASES",
                "NEUTRAL",
                false);
    }

    private static SourceDefined source(String format, String address) {
        return new SourceDefined(
                "police",
                2,
                LABELS,
                "Ministry",
                List.of(new SourceDefined.Feed("cases", "portal-csv", 3, format, List.of("comuna", "casos"))),
                "P1M",
                "P45D",
                address,
                address,
                "CC-BY-4.0");
    }

    private static SourceObserved delivered() {
        return new SourceObserved(
                "cases",
                "portal-csv",
                1,
                SourceObserved.DELIVERED,
                INSTANT,
                new SourceObserved.Delivery(
                        INSTANT, INSTANT, SHA256, 17, 3, List.of("comuna", "casos"), "2024-01", "2024-12"),
                List.of());
    }

    private static SourceObserved changedShape() {
        return new SourceObserved(
                "cases",
                "portal-csv",
                2,
                SourceObserved.CHANGED_SHAPE,
                INSTANT,
                null,
                List.of(new SourceObserved.Difference("MISSING_COLUMN", LABELS)));
    }

    private static AnnotationPublished dispute() {
        return new AnnotationPublished(
                RELEASE,
                1,
                1,
                AnnotationPublished.PUBLISHED,
                "DISPUTE",
                "cases",
                null,
                "13101",
                "2024-01",
                "2024-03",
                "town-hall",
                new AnnotationPublished.Text("No es así.", "It is not so."),
                "https://example.org/why",
                INSTANT);
    }

    private static AnnotationPublished withdrawnNote() {
        return new AnnotationPublished(
                RELEASE,
                2,
                1,
                AnnotationPublished.WITHDRAWN,
                "NOTE",
                null,
                "DRUG_RATE",
                "CL",
                "2024",
                "2024",
                "ministry",
                new AnnotationPublished.Text("Véase.", null),
                null,
                INSTANT);
    }

    private static ReleasePublished published(String changeNote) {
        return new ReleasePublished(
                RELEASE,
                "cases",
                1,
                "DEFINITIVE",
                INSTANT,
                changeNote,
                3,
                1,
                SHA256,
                "2024-01",
                "2024-12",
                SHA256,
                "portal-csv",
                1,
                INSTANT,
                SHA256,
                cases());
    }

    /** A merge that changes nothing. */
    private static ReleasePublished merged() {
        return new ReleasePublished(
                UUID.fromString("4f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f"),
                "cases",
                2,
                "PROVISIONAL",
                INSTANT,
                null,
                0,
                0,
                SHA256,
                "2024-01",
                "2024-12",
                SHA256,
                "portal-csv",
                1,
                INSTANT,
                SHA256,
                cases(),
                ReleasePublished.MERGE,
                RELEASE,
                3L);
    }

    private static ReleaseWithdrawn withdrawn(String reason, String note) {
        return new ReleaseWithdrawn(RELEASE, "cases", 1, INSTANT, INSTANT, reason, note);
    }

    private static ReleaseVisible visible() {
        return new ReleaseVisible(RELEASE, "cases", 1, "PROVISIONAL", INSTANT, 3, SHA256);
    }

    private static FilingRootSigned signedRoot() {
        return new FilingRootSigned(1, DAY, 1024, SHA256, "0".repeat(64), SHA256, SHA256 + SHA256);
    }

    private static FilingRootPublished publishedRoot() {
        return new FilingRootPublished(1, DAY, 1024, SHA256, "0".repeat(64), SHA256, SHA256 + SHA256);
    }
}
