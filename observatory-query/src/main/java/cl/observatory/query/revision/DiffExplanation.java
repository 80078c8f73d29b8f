package cl.observatory.query.revision;

import cl.observatory.events.Labels;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.answer.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences how two releases differ. */
final class DiffExplanation {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private DiffExplanation() {}

    static Labels of(ReleasePublished before, ReleasePublished after, RevisionView revision) {
        List<Labels> sentences = new ArrayList<>();
        if (revision.added() + revision.changed() + revision.removed() == 0) {
            sentences.add(Words.of("explanation.DIFF_NONE", titled(before, after)));
            return Words.joined(sentences);
        }
        Object[] counts = {revision.added(), revision.changed(), revision.removed(), revision.unchanged()};
        sentences.add(Words.of("explanation.DIFF", titled(before, after, counts)));
        if (revision.revised() > 0) {
            sentences.add(Words.of(
                    "explanation.REVISED",
                    revision.revised(),
                    revision.meanAbsoluteChange(),
                    revision.maxAbsoluteChange(),
                    revision.meanChange()));
        }
        if (revision.meanAbsolutePercent() != null) {
            sentences.add(Words.of("explanation.REVISED_PERCENT", revision.meanAbsolutePercent()));
        }
        return Words.joined(sentences);
    }

    private static Object[] titled(ReleasePublished before, ReleasePublished after, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                after.dataset().title(),
                Integer.toString(before.sequence()),
                day(before),
                Integer.toString(after.sequence()),
                day(after)));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private static String day(ReleasePublished release) {
        return LocalDate.ofInstant(release.publishedAt(), CHILE).toString();
    }
}
