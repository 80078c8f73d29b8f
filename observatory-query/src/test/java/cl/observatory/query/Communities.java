package cl.observatory.query;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsClosed.Commune;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Sends what community-reports would send. */
public final class Communities {

    /** Behind every instant at which other tests ask as of. */
    public static final LocalDate CLOSED_ON = LocalDate.of(2026, 11, 20);

    public static final int BAND = 5;

    private Communities() {}

    /** A category or a group that no other test has. */
    public static String code(String prefix) {
        return Publisher.unique(prefix).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public static SignalsClosed closed(String category, String group, String month, Commune... communes) {
        return closed(category, group, month, BAND, CLOSED_ON, communes);
    }

    public static SignalsClosed closed(
            String category, String group, String month, int band, LocalDate closedOn, Commune... communes) {
        return new SignalsClosed(
                category,
                new Labels("es " + category, "en " + category),
                new SignalsClosed.Group(group, new Labels("es " + group, "en " + group)),
                month,
                1,
                new BigDecimal("1.0"),
                band,
                closedOn,
                List.of(communes));
    }

    public static Event event(UUID id, SignalsClosed closed) {
        return Event.of(
                id,
                "/test",
                SignalsClosed.TYPE,
                closed.category(),
                closed.closedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                closed);
    }

    /** Sends it, and returns the id of the event. */
    public static UUID send(Publisher publisher, SignalsClosed closed) {
        UUID id = UUID.randomUUID();
        publisher.send(Topics.COMMUNITY, event(id, closed));
        return id;
    }

    /** The id of the event that tells that a month can be read. */
    public static UUID visibleId(String category, String month) {
        return UUID.nameUUIDFromBytes(
                ("cl.observatory.signals.visible.v1 " + category + " " + month).getBytes(StandardCharsets.UTF_8));
    }
}
