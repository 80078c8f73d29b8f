package cl.observatory.reports.territory;

import static org.awaitility.Awaitility.await;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.reports.Store;
import cl.observatory.reports.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small country, as observatory-ingest would publish it. */
public final class Communes {

    /** What lies above communes. */
    static final List<Territory> ABOVE = List.of(
            territory("CL", "country", null, "Chile", null),
            territory("01", "region", "CL", "Tarapacá", null),
            territory("011", "province", "01", "Iquique", null),
            territory("05", "region", "CL", "Valparaíso", null),
            territory("051", "province", "05", "Valparaíso", null),
            territory("08", "region", "CL", "Biobío", null),
            territory("081", "province", "08", "Concepción", null),
            territory("084", "province", "08", "Ñuble", null),
            territory("11", "region", "CL", "Aysén", null),
            territory("111", "province", "11", "Coyhaique", null),
            territory("13", "region", "CL", "Metropolitana", null),
            territory("131", "province", "13", "Santiago", null));

    /** The communes that tests may report about, those of {@link cl.observatory.reports.Places} among them. */
    public static final List<String> CODES =
            List.of("01101", "01107", "05101", "08101", "11101", "13101", "13116", "13127");

    private Communes() {}

    /** Sends the table and waits until it was taken. */
    public static void publish() {
        List<Territory> table = new ArrayList<>(ABOVE);
        CODES.forEach(code -> table.add(territory(code, "commune", code.substring(0, 3), "Comuna " + code, null)));
        table.add(territory("08401", "commune", "084", "Chillán", LocalDate.of(2018, 9, 6)));
        Event event = event(table);
        Topic.send(Topics.REFERENCE, event);
        await().until(() -> Store.number("select count(*) from processed_event where event_id = ?", event.id()) == 1);
    }

    static Territory territory(String code, String level, String parent, String name, LocalDate validTo) {
        return new Territory(code, level, parent, new Labels(name, name), 0, null, null, validTo, null);
    }

    static Event event(List<Territory> table) {
        return Event.of(
                UUID.randomUUID(),
                "/test",
                TerritoriesPublished.TYPE,
                TerritoriesPublished.SUBJECT,
                Instant.now(),
                new TerritoriesPublished("test", table, List.of()));
    }
}
