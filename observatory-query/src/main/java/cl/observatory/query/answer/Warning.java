package cl.observatory.query.answer;

import cl.observatory.problem.ProblemType;
import cl.observatory.query.QueryProblem;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to know before using an answer.
 *
 * @param code stable; new ones may appear
 */
@Schema(description = "What to know before using an answer.")
public record Warning(@Schema(examples = "SYNTHETIC_DATA") String code, String message) {

    private static final ProblemType CATALOGUE = QueryProblem.UNKNOWN_DATASET;

    /** That a release was withdrawn, with the note of whoever withdrew it; empty when it was not. */
    public static Optional<Warning> ofWithdrawal(StandingRelease release, Locale language) {
        return Optional.ofNullable(release.withdrawal())
                .map(withdrawal -> of(
                        WarningCode.WITHDRAWN_RELEASE,
                        language,
                        release.published().datasetId(),
                        Integer.toString(release.published().sequence()),
                        withdrawal.note()));
    }

    /**
     * @param arguments for the placeholders of the text
     */
    public static Warning of(WarningCode code, Locale language, Object... arguments) {
        return new Warning(
                code.name(),
                CATALOGUE.words(language, "warning." + code.name(), arguments).orElseThrow());
    }
}
