package cl.observatory.query.revision;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.release.Releases;

/** Two releases of a data set, with how the second differs from the first. */
record Compared(Pair pair, Releases.Visible before, Releases.Visible after, Revision revision) {

    /** As the second release has it. */
    DatasetDefined dataset() {
        return after.published().dataset();
    }
}
