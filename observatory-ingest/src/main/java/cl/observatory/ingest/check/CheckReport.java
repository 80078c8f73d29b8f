package cl.observatory.ingest.check;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of all rules when a file was taken in. It stays as it is when the rules change later.
 *
 * @param version of the data set's rules, 0 for those that hold when none are stored
 */
public record CheckReport(long version, List<Finding> findings) {

    @Schema(name = "ImportChecks", description = "What the rules of the data set found when the file was taken in.")
    public record View(
            @Schema(description = "Version of the rules; 0 for those that hold when none are stored.")
            long version,

            List<Finding.View> findings) {}

    /**
     * @throws ProblemException when a rule whose findings are errors found something
     */
    public void requireNoErrors() {
        List<Finding> errors = findings.stream()
                .filter(finding ->
                        finding.outcome() == Finding.Outcome.FOUND && finding.level() == CheckRule.Level.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(IngestProblem.CHECKS_FAILED, errors.size())
                    .withErrors(language -> views(errors, language));
        }
    }

    public View in(Locale language) {
        return new View(version, views(findings, language));
    }

    private static List<Finding.View> views(List<Finding> findings, Locale language) {
        return findings.stream().map(finding -> finding.in(language)).toList();
    }
}
