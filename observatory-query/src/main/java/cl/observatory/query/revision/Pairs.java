package cl.observatory.query.revision;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds the two releases that a question compares. */
@ApplicationScoped
class Pairs {

    private final Releases releases;
    private final Revisions revisions;

    Pairs(Releases releases, Revisions revisions) {
        this.releases = releases;
        this.revisions = revisions;
    }

    /**
     * @throws ProblemException when there is no such release, one was removed, or they are not of the same data set
     */
    Compared compared(UUID id, UUID other) {
        Releases.Visible before = releases.read(id);
        Releases.Visible after = releases.read(other);
        Parameters parameters = new Parameters();
        if (!before.published().datasetId().equals(after.published().datasetId())) {
            parameters.refuse(
                    "other",
                    "ANOTHER_DATASET",
                    after.published().datasetId(),
                    before.published().datasetId());
        }
        parameters.check(QueryProblem.INVALID_QUESTION);
        Pair pair = Pair.of(before, after);
        return new Compared(
                pair,
                before,
                after,
                revisions.of(pair, after.published().dataset().hasEstimates()));
    }
}
