package cl.observatory.query.evaluation;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Period;
import cl.observatory.query.alertrule.EvaluationReport;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.evaluation.DueRules.Due;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Evaluates a rule over a release: reads all its series at once, judges them, and stores what was found together with the
 * note that this was done. Nothing is stored when the release was withdrawn by then.
 */
@ApplicationScoped
class Evaluations {

    private final DueRules due;
    private final WatchedPlaces places;
    private final Measures measures;
    private final Findings findings;
    private final Clock clock;

    Evaluations(DueRules due, WatchedPlaces places, Measures measures, Findings findings, Clock clock) {
        this.due = due;
        this.places = places;
        this.measures = measures;
        this.findings = findings;
        this.clock = clock;
    }

    void evaluate(Due asked) throws SQLException {
        Optional<ReleasePublished> release = published(measures.numerator(asked.indicator(), null), asked.release());
        if (release.isEmpty()) {
            return;
        }
        if (asked.rule().watchesReleases()) {
            Announcement announcement = announcement(asked, release.get(), null);
            findings.store(
                    asked,
                    List.of(announcement.ofRelease()),
                    Period.parse(release.get().lastPeriod()).orElseThrow(),
                    new EvaluationReport(List.of(release.get().lastPeriod()), 1, 1, 1, Map.of()));
            return;
        }
        List<Period> periods = newPeriods(asked.rule(), release.get());
        if (periods.isEmpty()) {
            findings.store(asked, List.of(), null, new EvaluationReport(List.of(), 0, 0, 0, Map.of()));
            return;
        }
        judge(asked, release.get(), periods);
    }

    private void judge(Due asked, ReleasePublished release, List<Period> periods) throws SQLException {
        Judge judge = Judge.of(asked.rule());
        PeriodRange read = new PeriodRange(periods.getFirst().plus(-judge.reach()), periods.getLast());
        List<Territory> territories = places.of(asked.rule());
        Measures.Measured measured = measures.measure(
                asked.indicator(), territories, read, new Standpoint(null, Boundaries.current), Integer.MAX_VALUE);
        if (published(measured.numerator(), asked.release()).isEmpty()) {
            return;
        }
        UUID denominator = measured.denominator()
                .flatMap(Measures.Read::release)
                .map(found -> found.published().releaseId())
                .orElse(null);
        Judgement judgement = Judgement.of(asked.rule(), judge, series(measured, read, release), periods.size());
        Announcement announcement = announcement(asked, release, denominator);
        List<AlertRaised> alerts =
                judgement.unusual().stream().map(announcement::of).toList();
        findings.store(asked, alerts, judgement.last(periods), judgement.report(periods));
    }

    private Announcement announcement(Due asked, ReleasePublished release, UUID denominator) {
        return new Announcement(
                asked.rule(),
                asked.indicator(),
                release,
                denominator,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What was read, if it is that release. */
    private static Optional<ReleasePublished> published(Measures.Read read, UUID release) {
        return read.release()
                .map(Releases.Visible::published)
                .filter(published -> published.releaseId().equals(release));
    }

    /**
     * The periods behind the last one that the rule judged, and the last one of the release in any case. One in which nothing
     * could be judged, such as a provisional one, is due for a year.
     */
    private List<Period> newPeriods(AlertRuleDefined rule, ReleasePublished release) {
        LocalDate end = Period.parse(release.lastPeriod()).orElseThrow().plus(1).start();
        Period last = Period.containing(rule.frequency(), end).plus(-1);
        Period first = due.lastJudged(rule)
                .map(judged -> judged.plus(1))
                .filter(next -> next.compareTo(last) < 0)
                .orElse(last);
        Period yearAgo = last.plus(-rule.frequency().perYear());
        Period begin = Period.containing(
                rule.frequency(),
                Period.parse(release.firstPeriod()).orElseThrow().start());
        return last.compareTo(begin) < 0
                ? List.of()
                : new PeriodRange(first.compareTo(yearAgo) < 0 ? yearAgo : first, last).periods();
    }

    private static List<Watched> series(Measures.Measured measured, PeriodRange read, ReleasePublished release) {
        boolean isProvisional = Announcement.isProvisional(release);
        boolean hidesSmallCounts = release.dataset().hidesSmallCounts();
        int length = read.periods().size();
        List<Watched> series = new ArrayList<>();
        for (int from = 0; from < measured.measures().size(); from += length) {
            List<Measure> ofTerritory = measured.measures().subList(from, from + length);
            String code = ofTerritory.getFirst().territory().code();
            List<Break> breaks =
                    measured.breaks().stream().filter(each -> each.isOf(code)).toList();
            series.add(new Watched(ofTerritory, breaks, isProvisional, hidesSmallCounts));
        }
        return series;
    }
}
