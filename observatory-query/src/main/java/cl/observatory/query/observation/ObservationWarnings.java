package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.breaks.Breaks;
import cl.observatory.query.release.Releases;
import cl.observatory.query.revision.Revisions;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to know before using a slice of a data set. */
@ApplicationScoped
class ObservationWarnings {

    private final Breaks breaks;
    private final Revisions revisions;

    ObservationWarnings(Breaks breaks, Revisions revisions) {
        this.breaks = breaks;
        this.revisions = revisions;
    }

    /**
     * @param told from the first to the last period with a cell, empty when there is none
     */
    List<Warning> of(AskedSlice asked, Instant asOf, Optional<PeriodRange> told, Locale language) {
        DatasetDefined dataset = asked.dataset();
        List<Warning> warnings = new ArrayList<>();
        asked.selection()
                .unknown()
                .forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_TERRITORY, language, code)));
        if (asked.release().isEmpty()) {
            warnings.add(Warning.of(WarningCode.NO_RELEASE, language, dataset.id()));
        }
        asked.release()
                .map(Releases.Visible::standing)
                .flatMap(standing -> Warning.ofWithdrawal(standing, language))
                .ifPresent(warnings::add);
        if (dataset.synthetic()) {
            warnings.add(Warning.of(WarningCode.SYNTHETIC_DATA, language, dataset.id()));
        }
        warnings.addAll(unknownCodes(asked, language));
        told.ifPresent(range -> breaks.of(dataset.id(), asOf).stream()
                .filter(each -> each.parts(range.first(), range.last()))
                .forEach(each -> warnings.add(each.warning(language))));
        if (asked.wouldAddUp()) {
            warnings.add(Warning.of(
                    WarningCode.NEVER_ADDED_UP,
                    language,
                    dataset.id(),
                    dataset.level(),
                    dataset.frequency().name()));
        }
        removedSince(asked, language).ifPresent(warnings::add);
        return warnings;
    }

    /** An answer with what has become another cannot show what is not there any more. */
    private Optional<Warning> removedSince(AskedSlice asked, Locale language) {
        return asked.since()
                .flatMap(before -> asked.release().flatMap(after -> {
                    long removed = revisions.removed(before, after);
                    return removed == 0
                            ? Optional.empty()
                            : Optional.of(Warning.of(
                                    WarningCode.CELLS_REMOVED,
                                    language,
                                    removed,
                                    asked.dataset().id(),
                                    before.published().releaseId().toString(),
                                    after.published().releaseId().toString()));
                }));
    }

    /** Of a classification that is not here yet, no code can be called unknown. */
    private static List<Warning> unknownCodes(AskedSlice asked, Locale language) {
        List<Warning> warnings = new ArrayList<>();
        asked.codes().forEach((place, codes) -> {
            Map<String, Labels> known = asked.dimensions().labels().get(place - 1);
            codes.stream()
                    .filter(code -> !known.isEmpty() && !known.containsKey(code))
                    .filter(code -> !code.equals(DatasetDefined.Dimension.TOTAL))
                    .forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_CODE, language, code)));
        });
        return warnings;
    }
}
