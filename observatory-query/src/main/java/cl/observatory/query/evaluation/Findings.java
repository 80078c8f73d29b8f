package cl.observatory.query.evaluation;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.time.Period;
import cl.observatory.query.StoredJson;
import cl.observatory.query.alert.RaisedAlerts;
import cl.observatory.query.alertrule.EvaluationReport;
import cl.observatory.query.evaluation.DueRules.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores what an evaluation found, tells of it and notes that it was made, in one transaction and once. */
@ApplicationScoped
class Findings {

    private static final String NOTE = """
            insert into alert_evaluation (rule, rule_version, release_id, evaluated_at, last_period, report)
            values (:rule, :version, :release, :at, :last, :report::jsonb)
            on conflict do nothing
            """;

    private static final String HOLDING = """
            select count(*) from release
            where id = any (:releases) and state = 'VISIBLE'
              and not exists (select from withdrawal where release_id = release.id)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Findings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Nothing is stored when a release that was read was withdrawn meanwhile, or another process was first. What was said of
     * the same period with the same value by an earlier release is not said again.
     *
     * @param judged the last period that is not to be judged again when the next release comes, null for none
     */
    void store(Due due, List<AlertRaised> alerts, Period judged, EvaluationReport report) throws SQLException {
        jdbi.useTransaction(handle -> {
            RaisedAlerts.takeTurns(handle);
            if (!isHolding(handle, due, alerts) || !note(handle, due, judged, report)) {
                return;
            }
            Set<RaisedAlerts.Said> said = RaisedAlerts.standing(
                    handle, due.rule().code(), due.indicator().code(), report.periods());
            boolean isOfReleases = due.rule().watchesReleases();
            for (AlertRaised alert : alerts) {
                if (isOfReleases || !said.contains(RaisedAlerts.Said.of(alert))) {
                    RaisedAlerts.raise(handle, alert);
                }
            }
            // it is no event that is applied, and readers are told all the same (docs/adr/0020)
            handle.execute("select pg_notify('readers', '')");
        });
    }

    private static boolean isHolding(Handle handle, Due due, List<AlertRaised> alerts) {
        Set<UUID> releases = new LinkedHashSet<>(List.of(due.release()));
        alerts.stream()
                .map(AlertRaised::denominatorReleaseId)
                .filter(release -> release != null)
                .forEach(releases::add);
        return handle.createQuery(HOLDING)
                        .bindArray("releases", UUID.class, releases)
                        .mapTo(Integer.class)
                        .one()
                == releases.size();
    }

    private boolean note(Handle handle, Due due, Period judged, EvaluationReport report) {
        return handle.createUpdate(NOTE)
                        .bind("rule", due.rule().code())
                        .bind("version", due.rule().version())
                        .bind("release", due.release())
                        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("last", judged == null ? null : judged.toString())
                        .bind("report", StoredJson.write(report))
                        .execute()
                == 1;
    }
}
