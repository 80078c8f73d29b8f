package cl.observatory.query.revision;

import cl.observatory.query.release.Releases;
import java.util.UUID;

/**
 * Two releases of a data set, in the order in which they are compared. What holds under a key never changes as long as the
 * release is there; one that was removed is refused before anybody asks for a pair of it.
 */
record Pair(String datasetId, UUID before, int beforeKey, UUID after, int afterKey) {

    static Pair of(Releases.Visible before, Releases.Visible after) {
        return new Pair(
                before.published().datasetId(),
                before.published().releaseId(),
                before.key(),
                after.published().releaseId(),
                after.key());
    }
}
