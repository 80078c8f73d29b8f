package cl.observatory.reports.moderation;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lane;
import cl.observatory.reports.state.ReportState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reports of the caller's lanes, unopened. */
@ApplicationScoped
class Queue {

    /** What somebody has to do something about, or may. */
    private static final Set<ReportState> OPEN =
            EnumSet.of(ReportState.SCREENED, ReportState.IN_REVIEW, ReportState.VALIDATED, ReportState.NEEDS_INFO);

    private static final Set<ReportState> NOT_ERASED =
            EnumSet.complementOf(EnumSet.of(ReportState.WITHDRAWN, ReportState.PURGED));

    private final Jdbi jdbi;
    private final ReportRepository reports;
    private final OwnLanes lanes;

    Queue(Jdbi jdbi, ReportRepository reports, OwnLanes lanes) {
        this.jdbi = jdbi;
        this.reports = reports;
        this.lanes = lanes;
    }

    /**
     * What is asked for; null for any.
     *
     * @param state null for those that are open; with a proposal, for any
     * @param proposal only reports about which this waits for a second person
     */
    record Question(ReportState state, Priority priority, ProposalKind proposal, int limit) {

        private Set<ReportState> states() {
            if (state != null) {
                return state.isErased() ? Set.of() : Set.of(state);
            }
            return proposal == null ? OPEN : NOT_ERASED;
        }
    }

    QueueView page(Question asked, QueuePlace after) {
        List<Lane> own = lanes.own(asked.priority());
        List<QueuedReport> found = jdbi.withHandle(
                handle -> reports.queue(handle, own, asked.states(), asked.proposal(), after, asked.limit()));
        Map<Integer, Lane> byNumber = own.stream().collect(Collectors.toMap(Lane::number, Function.identity()));
        boolean full = found.size() == asked.limit();
        return new QueueView(
                found.stream()
                        .map(report -> QueueItem.of(report, byNumber.get(report.lane())))
                        .toList(),
                new QueueView.Page(
                        asked.limit(),
                        full
                                ? QueuePlace.of(
                                                found.getLast(),
                                                byNumber.get(found.getLast().lane()))
                                        .write(asked)
                                : null));
    }
}
