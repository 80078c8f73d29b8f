package cl.observatory.query.measure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.SourceView.Role;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.release.Releases;
import cl.observatory.query.statistic.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What goes with measured values: their sources, and what to know before using them. */
public final class Caveats {

    /** Reasons why something cannot be divided; each is a warning of the same name. */
    private static final List<Measure.Reason> UNDIVIDED = List.of(
            Measure.Reason.NO_POPULATION,
            Measure.Reason.NO_DENOMINATOR,
            Measure.Reason.UNEQUAL_SIDES,
            Measure.Reason.PART_EXCEEDS_WHOLE);

    private final IndicatorDefined indicator;
    private final Measures.Measured measured;
    private final Locale language;

    public Caveats(IndicatorDefined indicator, Measures.Measured measured, Locale language) {
        this.indicator = indicator;
        this.measured = measured;
        this.language = language;
    }

    public List<SourceView> sources() {
        List<SourceView> sources = new ArrayList<>();
        sources.add(source(Role.NUMERATOR, measured.numerator()));
        measured.denominator().ifPresent(read -> sources.add(source(Role.DENOMINATOR, read)));
        return sources;
    }

    /**
     * @param unknownTerritories codes that were asked for and do not exist
     */
    public List<Warning> warnings(List<String> unknownTerritories) {
        List<Warning> warnings = new ArrayList<>();
        unknownTerritories.forEach(code -> warnings.add(warning(WarningCode.UNKNOWN_TERRITORY, code)));
        for (Measures.Read read : reads()) {
            if (read.release().isEmpty()) {
                warnings.add(warning(WarningCode.NO_RELEASE, read.dataset().id()));
            }
            read.release()
                    .flatMap(release -> Warning.ofWithdrawal(release.standing(), language))
                    .ifPresent(warnings::add);
            if (read.dataset().synthetic()) {
                warnings.add(warning(WarningCode.SYNTHETIC_DATA, read.dataset().id()));
            }
        }
        if (indicator.proxy()) {
            warnings.add(warning(WarningCode.PROXY_INDICATOR));
        }
        if (any(measure -> measure.status() == ObsStatus.P || measure.flags().contains(ObsStatus.P))) {
            warnings.add(warning(WarningCode.PROVISIONAL_VALUES));
        }
        if (any(Measure::isPartial)) {
            warnings.add(warning(WarningCode.PARTIAL_PERIODS));
        }
        if (any(Measure::isIncomplete)) {
            warnings.add(warning(WarningCode.INCOMPLETE_VALUES));
        }
        if (any(Measure::hasSilentPeople)) {
            warnings.add(warning(WarningCode.SILENT_PLACES));
        }
        if (any(Measure::isOfAnotherDivision)) {
            warnings.add(warning(WarningCode.ANOTHER_DIVISION));
        }
        warnings.addAll(untold());
        if (any(Measure::isUnreliable)) {
            warnings.add(warning(WarningCode.UNRELIABLE_ESTIMATES));
        }
        if (any(measure -> measure.estimate() != null && measure.estimate().reliability() == Reliability.UNKNOWN)) {
            warnings.add(warning(WarningCode.RELIABILITY_UNKNOWN));
        }
        warnings.addAll(breaks());
        // both sides of a share are often of one data set
        return warnings.stream().distinct().toList();
    }

    /** Why values are not there. */
    private List<Warning> untold() {
        List<Warning> warnings = new ArrayList<>();
        for (Measure.Reason reason : UNDIVIDED) {
            if (any(measure -> measure.reason() == reason)) {
                warnings.add(warning(WarningCode.valueOf(reason.name())));
            }
        }
        if (any(measure -> measure.reason() == Measure.Reason.NEVER_ADDED_UP)) {
            DatasetDefined dataset = measured.numerator().dataset();
            warnings.add(warning(
                    WarningCode.NEVER_ADDED_UP,
                    dataset.id(),
                    dataset.level(),
                    dataset.frequency().name()));
        }
        return warnings;
    }

    /** Of those that lie between the periods of the values, or within one of them. */
    private List<Warning> breaks() {
        List<Period> periods = measured.measures().stream()
                .map(Measure::period)
                .distinct()
                .sorted()
                .toList();
        return measured.breaks().stream()
                .filter(each -> !periods.isEmpty() && each.parts(periods.getFirst(), periods.getLast()))
                .map(each -> each.warning(language))
                .toList();
    }

    private List<Measures.Read> reads() {
        List<Measures.Read> reads = new ArrayList<>();
        reads.add(measured.numerator());
        measured.denominator().ifPresent(reads::add);
        return reads;
    }

    private boolean any(Predicate<Measure> condition) {
        return measured.measures().stream().anyMatch(condition);
    }

    private Warning warning(WarningCode code, Object... arguments) {
        return Warning.of(code, language, arguments);
    }

    private static SourceView source(Role role, Measures.Read read) {
        return SourceView.of(
                role,
                read.dataset(),
                read.release().map(Releases.Visible::standing).orElse(null));
    }
}
