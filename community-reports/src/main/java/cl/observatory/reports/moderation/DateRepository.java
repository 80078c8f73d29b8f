package cl.observatory.reports.moderation;

import cl.observatory.reports.sealing.Epoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The dates of reports: which decisions set, and what becomes of those whose date is over. */
@ApplicationScoped
class DateRepository {

    /** An answer of the reporter is waited for until the end of this week. */
    void awaitAnswer(Handle handle, UUID report, Epoch due) {
        handle.createUpdate("""
                        insert into answer_due (report_id, due_epoch) values (:report, :due)
                        on conflict (report_id) do update set due_epoch = excluded.due_epoch
                        """)
                .bind("report", report)
                .bind("due", due.number())
                .execute();
    }

    /** The report is kept until the end of this week at most. */
    void hold(Handle handle, UUID report, Epoch until) {
        handle.createUpdate("""
                        insert into hold (report_id, until_epoch) values (:report, :until)
                        on conflict (report_id) do update set until_epoch = excluded.until_epoch
                        """)
                .bind("report", report)
                .bind("until", until.number())
                .execute();
    }

    /** Closes reports whose reporters were to answer before this week, and did not. */
    int closeUnanswered(Handle handle, Epoch current) {
        handle.createUpdate("""
                        delete from answer_due using report
                        where report.id = answer_due.report_id and report.state <> 'NEEDS_INFO'
                        """).execute();
        return handle.createUpdate("""
                        update report set state = 'CLOSED' from answer_due
                        where answer_due.report_id = report.id and answer_due.due_epoch < :current
                            and report.state = 'NEEDS_INFO'
                        """).bind("current", current.number()).execute();
    }

    /** Erases reports of weeks before this one, and those that were to be kept until such a week. */
    int purge(Handle handle, Epoch firstWithKey, Epoch current) {
        return handle.createUpdate("""
                        update report set state = 'PURGED', sealed = null
                        where sealed is not null
                            and (epoch < :firstWithKey
                                or id in (select report_id from hold where until_epoch < :current))
                        """)
                .bind("firstWithKey", firstWithKey.number())
                .bind("current", current.number())
                .execute();
    }

    /** Takes away what belongs to reports that were erased, and additions that nobody can open. */
    void sweep(Handle handle, Epoch firstWithKey) {
        handle.createUpdate("delete from addition where epoch < :firstWithKey")
                .bind("firstWithKey", firstWithKey.number())
                .execute();
        for (String belonging : List.of("addition", "message", "proposal", "answer_due", "hold")) {
            handle.createUpdate("""
                            delete from <belonging> using report
                            where report.id = <belonging>.report_id and report.state in ('WITHDRAWN', 'PURGED')
                            """).define("belonging", belonging).execute();
        }
    }
}
