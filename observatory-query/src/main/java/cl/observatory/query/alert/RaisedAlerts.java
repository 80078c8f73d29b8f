package cl.observatory.query.alert;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.query.StoredJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The alerts that were raised, as transactions change them. An alert and the event that tells of it share one, and so do the
 * withdrawal of a release and what becomes of the alerts that speak of it.
 */
public final class RaisedAlerts {

    private static final String SOURCE = "/observatory-query";

    private static final String INSERT = """
            insert into alert (id, rule, dataset_id, release_ids, raised_at, indicator, territory, period, definition)
            values (:id, :rule, :dataset, :releases, :raisedAt, :indicator, :territory, :period, :definition::jsonb)
            on conflict (id) do nothing
            """;

    private static final String STANDING = """
            select territory, period, (definition ->> 'observed')::numeric as observed from alert
            where rule = :rule and indicator = :indicator and period = any (:periods) and definition is not null
              and not exists (select from withdrawal where release_id = any (release_ids))
            """;

    private static final String FORGET = """
            update alert set definition = null, indicator = null, territory = null, period = null
            where :release = any (release_ids)
            """;

    private RaisedAlerts() {}

    /**
     * What an alert says of a series.
     *
     * @param territory null for a release
     * @param observed null for a release
     */
    public record Said(String territory, String period, BigDecimal observed) {

        /** Of numbers that are equal however many zeros they are written with. */
        public Said {
            observed = observed == null ? null : observed.stripTrailingZeros();
        }

        public static Said of(AlertRaised alert) {
            return new Said(alert.territory(), alert.period(), alert.observed());
        }
    }

    /** Computed from what the alert speaks of, so that it is told once. */
    public static UUID id(String rule, String indicator, String territory, String period, UUID release) {
        String text = String.join(
                " ", AlertRaised.TYPE, rule, indicator, String.valueOf(territory), period, release.toString());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever raises alerts or withdraws releases does so one after the other, until the end of the transaction. */
    public static void takeTurns(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended('alerts', 0))");
    }

    /** What alerts of a rule say of an indicator in some periods, those left out that speak of a withdrawn release. */
    public static Set<Said> standing(Handle handle, String rule, String indicator, Collection<String> periods) {
        return handle.createQuery(STANDING)
                .bind("rule", rule)
                .bind("indicator", indicator)
                .bindArray("periods", String.class, periods)
                .map((row, context) ->
                        new Said(row.getString("territory"), row.getString("period"), row.getBigDecimal("observed")))
                .set();
    }

    /** Stores an alert and tells of it, unless that was done before. */
    public static void raise(Handle handle, AlertRaised alert) throws SQLException {
        List<UUID> releases = Stream.of(
                        Optional.of(alert.releaseId()), Optional.ofNullable(alert.denominatorReleaseId()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        int stored = handle.createUpdate(INSERT)
                .bind("id", alert.alertId())
                .bind("rule", alert.rule())
                .bind("dataset", alert.datasetId())
                .bindArray("releases", UUID.class, releases)
                .bind("raisedAt", alert.raisedAt().atOffset(ZoneOffset.UTC))
                .bind("indicator", alert.indicator())
                .bind("territory", alert.territory())
                .bind("period", alert.period())
                .bind("definition", StoredJson.write(alert))
                .execute();
        if (stored == 1) {
            tell(handle, alert.alertId(), AlertRaised.TYPE, alert.datasetId(), alert.raisedAt(), alert);
        }
    }

    /**
     * Tells that alerts speak of a release that was taken back. For a disclosure, nothing that they said is left.
     *
     * @param reason {@link AlertWithdrawn#ERROR} or {@link AlertWithdrawn#DISCLOSURE}
     */
    public static void withdraw(Handle handle, UUID release, String reason, Instant at) throws SQLException {
        Set<Spoken> spoken = handle
                .createQuery("select id, dataset_id from alert where :release = any (release_ids)")
                .bind("release", release)
                .map((row, context) -> new Spoken(row.getObject("id", UUID.class), row.getString("dataset_id")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
        if (reason.equals(AlertWithdrawn.DISCLOSURE)) {
            handle.createUpdate(FORGET).bind("release", release).execute();
            Outbox.takeBack(
                    handle.getConnection(), spoken.stream().map(Spoken::id).toList());
            handle.execute("delete from alert_evaluation where release_id = ?", release);
        }
        for (Spoken alert : spoken) {
            UUID event = UUID.nameUUIDFromBytes(
                    String.join(" ", AlertWithdrawn.TYPE, alert.id().toString(), reason)
                            .getBytes(StandardCharsets.UTF_8));
            AlertWithdrawn withdrawn = new AlertWithdrawn(alert.id(), alert.dataset(), release, reason, at);
            tell(handle, event, AlertWithdrawn.TYPE, alert.dataset(), at, withdrawn);
        }
    }

    private record Spoken(UUID id, String dataset) {}

    private static void tell(Handle handle, UUID id, String type, String dataset, Instant at, Object data)
            throws SQLException {
        Outbox.addOnce(handle.getConnection(), Topics.PUBLIC, Event.of(id, SOURCE, type, dataset, at, data));
    }
}
