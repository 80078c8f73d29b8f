package cl.observatory.query.signal;

import cl.observatory.events.Labels;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What signals are told of: a category, or the group of several, with the names that its newest closed month gave it.
 *
 * @param members codes of the categories that it is made of: itself, or those of the group
 */
record SignalCategory(String code, Labels labels, Kind kind, String group, List<String> members) {

    /** What a code stands for. */
    @Schema(name = "SignalCategoryKind")
    enum Kind {
        category,
        /** Categories that are told of together, as a sum of what is told of each. */
        group
    }
}
