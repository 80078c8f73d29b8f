package cl.observatory.reports.moderation;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.identity.Callers;
import cl.observatory.reports.lane.Lane;
import cl.observatory.reports.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which lanes the caller works in: those that hold nothing but reports about the caller's territories. A lane cannot be
 * told apart further without opening it, and so who is bound to one commune has none.
 */
@ApplicationScoped
class OwnLanes {

    private static final String COUNTRY = "CL";

    private final Lanes lanes;
    private final Callers callers;

    OwnLanes(Lanes lanes, Callers callers) {
        this.lanes = lanes;
        this.callers = callers;
    }

    /** From the most urgent ones to the least. */
    List<Lane> own() {
        Optional<Set<String>> territories = callers.territories();
        return lanes.all().stream()
                .filter(lane -> territories.isEmpty() || isWithin(lane, territories.get()))
                .toList();
    }

    /** Those of them that are of this urgency; null for any. */
    List<Lane> own(Priority priority) {
        return own().stream()
                .filter(lane -> priority == null || lane.priority() == priority)
                .toList();
    }

    Optional<Lane> find(int number) {
        return own().stream().filter(lane -> lane.number() == number).findFirst();
    }

    private static boolean isWithin(Lane lane, Set<String> territories) {
        return territories.contains(COUNTRY) || (!lane.regions().isEmpty() && territories.containsAll(lane.regions()));
    }
}
