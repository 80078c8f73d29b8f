package cl.observatory.reports.signal;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.reports.guidance.Category;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.guidance.Term;
import cl.observatory.reports.guidance.Words;
import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import cl.observatory.reports.secret.SecretFile;
import cl.observatory.reports.territory.Territories;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Closes the months of all categories, those in which nothing was counted too: noises, bands, notes in the ledger what that spent,
 * and stores the events that tell of it, all in the transaction of whoever closes the month. What the ledger has is never closed
 * again.
 */
@ApplicationScoped
public class Signals {

    private static final String SOURCE = "/community-reports";

    private static final String SPENT = """
            insert into signal_ledger (category, month, method, epsilon, band, communes, closed_on)
            values (:category, :month, :method, :epsilon, :band, :communes, :closedOn)
            """;

    private final RoleConfig roles;
    private final Guidance guidance;
    private final Territories territories;
    private final BigDecimal epsilon;
    private final Noise noise;

    Signals(RoleConfig roles, SignalConfig config, Guidance guidance, Territories territories) {
        this.roles = roles;
        this.guidance = guidance;
        this.territories = territories;
        this.epsilon = config.epsilon();
        this.noise = roles.has(Role.MODERATION)
                ? new Noise(
                        SecretFile.read(config.key()
                                .orElseThrow(() -> new IllegalStateException("reports.signal.key is not set"))),
                        new TwoSidedGeometric(epsilon))
                : null;
    }

    /** A key that is missing stops the start, and does not wait for the first month. */
    void start(@Observes StartupEvent started) {
        if (roles.has(Role.MODERATION)) {
            var _ = ClientProxy.unwrap(this);
        }
    }

    /**
     * @param counts of valid reports, by category and commune
     * @throws IllegalStateException when the territories have not come yet, or the process may not moderate
     */
    public void close(Handle handle, YearMonth month, Map<String, Map<String, Integer>> counts, LocalDate today)
            throws SQLException {
        List<String> communes = territories.communes(month.atEndOfMonth()).stream()
                .map(Territories.Commune::code)
                .toList();
        if (communes.isEmpty() || noise == null) {
            throw new IllegalStateException("there are no communes, or no noise, to close a month with");
        }
        for (Category category : guidance.categories()) {
            ToldMonth told = ToldMonth.of(
                    category.code(), month, communes, counts.getOrDefault(category.code(), Map.of()), noise);
            note(handle, category.code(), month, communes.size(), today);
            tell(handle, category, month, told, today);
        }
    }

    private void note(Handle handle, String category, YearMonth month, int communes, LocalDate today) {
        handle.createUpdate(SPENT)
                .bind("category", category)
                .bind("month", month.atDay(1))
                .bind("method", ToldMonth.METHOD)
                .bind("epsilon", epsilon)
                .bind("band", ToldMonth.BAND)
                .bind("communes", communes)
                .bind("closedOn", today)
                .execute();
    }

    private void tell(Handle handle, Category category, YearMonth month, ToldMonth told, LocalDate today)
            throws SQLException {
        SignalsClosed closed = new SignalsClosed(
                category.code(),
                labels(category.labels()),
                group(category.group()),
                month.toString(),
                ToldMonth.METHOD,
                epsilon,
                ToldMonth.BAND,
                today,
                told.communes());
        Outbox.add(
                handle.getConnection(),
                Topics.COMMUNITY,
                Event.of(
                        eventId(category.code(), month),
                        SOURCE,
                        SignalsClosed.TYPE,
                        category.code(),
                        today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        closed));
    }

    private SignalsClosed.Group group(String code) {
        Words labels = guidance.groups().stream()
                .filter(group -> group.code().equals(code))
                .map(Term::labels)
                .findFirst()
                .orElseThrow();
        return new SignalsClosed.Group(code, labels(labels));
    }

    private static Labels labels(Words words) {
        return new Labels(words.es(), words.en());
    }

    /** Computed, so that whoever sees two knows that they are one. */
    static UUID eventId(String category, YearMonth month) {
        return UUID.nameUUIDFromBytes(
                String.join(" ", SignalsClosed.TYPE, category, month.toString()).getBytes(StandardCharsets.UTF_8));
    }
}
