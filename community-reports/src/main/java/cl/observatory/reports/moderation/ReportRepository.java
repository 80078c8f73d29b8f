package cl.observatory.reports.moderation;

import cl.observatory.reports.lane.Lane;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.state.ReportState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reports as moderation reads and changes them, in the caller's transaction. */
@ApplicationScoped
class ReportRepository {

    /**
     * Changes whenever the report does: its sealed bytes are others each time they are sealed, and an addition has an id
     * of its own. It tells nothing of the report and needs no column that would count what was done.
     */
    private static final String VERSION = """
            encode(sha256(
                convert_to(concat_ws(' ', report.state, report.epoch,
                    (select string_agg(id::text, ' ' order by id) from addition where report_id = report.id)), 'UTF8')
                || coalesce(report.sealed, ''::bytea)), 'hex') as version
            """;

    private static final String FIND =
            "select id, epoch, state, lane, sealed, " + VERSION + " from report where id = :id";

    private static final String ADDITIONS = """
            select id, epoch, sealed from addition where report_id = :id order by epoch, id
            """;

    private static final String WITHOUT_CONTENTS = """
            select report.id, report.lane, report.epoch, report.state,
                (select count(*) from addition where report_id = report.id) as additions,
                array(select kind from proposal where report_id = report.id order by kind) as proposals,
            """ + VERSION;

    private static final String QUEUED = WITHOUT_CONTENTS + " from report where report.id = :id";

    private static final String QUEUE = WITHOUT_CONTENTS + """
            from report join unnest(:lanes, :priorities) as own (lane, priority) using (lane)
            where report.state = any (:states)
              and (:kind::text is null
                  or exists (select from proposal where report_id = report.id and kind = :kind::text))
              and (own.priority, report.epoch, report.id) > (:afterPriority, :afterEpoch, :afterId)
            order by own.priority, report.epoch, report.id
            limit :limit
            """;

    /** Reports of these states in these lanes, and of those with this proposal only; by priority, then by age. */
    List<QueuedReport> queue(
            Handle handle,
            List<Lane> lanes,
            Collection<ReportState> states,
            ProposalKind kind,
            QueuePlace after,
            int limit) {
        return handle.createQuery(QUEUE)
                .bindArray(
                        "lanes", Integer.class, lanes.stream().map(Lane::number).toList())
                .bindArray(
                        "priorities",
                        Integer.class,
                        lanes.stream().map(QueuePlace::rank).toList())
                .bindArray(
                        "states", String.class, states.stream().map(Enum::name).toList())
                .bind("kind", kind == null ? null : kind.name())
                .bind("afterPriority", after.priority())
                .bind("afterEpoch", after.epoch())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, context) -> queued(row))
                .list();
    }

    /** With its additions, of which it may show more than its version knows, and never fewer. */
    Optional<SealedReport> find(Handle handle, UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map((row, context) -> new SealedReport(
                        id,
                        ReportState.valueOf(row.getString("state")),
                        row.getInt("lane"),
                        row.getBytes("sealed") == null ? null : content(row),
                        row.getString("version"),
                        List.of()))
                .findOne()
                .map(report -> report.with(additions(handle, id)));
    }

    private static List<SealedReport.Addition> additions(Handle handle, UUID report) {
        return handle.createQuery(ADDITIONS)
                .bind("id", report)
                .map((row, context) -> new SealedReport.Addition(row.getObject("id", UUID.class), content(row)))
                .list();
    }

    /** Lets nobody change the report, or add to it, until the transaction ends. */
    void lock(Handle handle, UUID id) {
        var _ = handle.createQuery("select id from report where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
    }

    /** One by its id, as the queue shows it. */
    QueuedReport queued(Handle handle, UUID id) {
        return handle.createQuery(QUEUED)
                .bind("id", id)
                .map((row, context) -> queued(row))
                .one();
    }

    /** Stores what was sealed again; the id of a locked report. */
    void save(Handle handle, UUID id, ReportState state, Sealed sealed) {
        handle.createUpdate("update report set state = :state, epoch = :epoch, sealed = :sealed where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("epoch", sealed.epoch())
                .bind("sealed", sealed.bytes())
                .execute();
    }

    void saveAddition(Handle handle, UUID id, Sealed sealed) {
        handle.createUpdate("update addition set epoch = :epoch, sealed = :sealed where id = :id")
                .bind("id", id)
                .bind("epoch", sealed.epoch())
                .bind("sealed", sealed.bytes())
                .execute();
    }

    /** A message that only the reporter can open. */
    void addMessage(Handle handle, UUID id, UUID report, int number, byte[] sealed) {
        handle.createUpdate(
                        "insert into message (id, report_id, number, sealed) values (:id, :report, :number, :sealed)")
                .bind("id", id)
                .bind("report", report)
                .bind("number", number)
                .bind("sealed", sealed)
                .execute();
    }

    private static SealedContent content(ResultSet row) throws SQLException {
        return new SealedContent(row.getInt("epoch"), row.getBytes("sealed"));
    }

    private static QueuedReport queued(ResultSet row) throws SQLException {
        String[] proposals = (String[]) row.getArray("proposals").getArray();
        return new QueuedReport(
                row.getObject("id", UUID.class),
                row.getInt("lane"),
                row.getInt("epoch"),
                ReportState.valueOf(row.getString("state")),
                row.getString("version"),
                row.getInt("additions"),
                Arrays.stream(proposals).map(ProposalKind::valueOf).toList());
    }
}
