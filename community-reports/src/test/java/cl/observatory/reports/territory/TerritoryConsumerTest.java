package cl.observatory.reports.territory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.Labels;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The copy of the territories, from the topic of reference data. */
@QuarkusTest
@WithTestResource(Servers.class)
class TerritoryConsumerTest {

    private static final Path EXAMPLE =
            Path.of("../docs/contracts/events/cl.observatory.territories.published.v1.example.json");

    @Inject
    Jdbi jdbi;

    /** So that other tests have theirs. */
    @AfterEach
    void restore() {
        Communes.publish();
    }

    @Test
    void tableIsTakenWholeAndWhatIsNotInItIsGone() {
        // When
        publish(commune("13101", "Santiago", null), commune("13127", "Recoleta", null));
        awaitCommunes("13101", "13127");
        publish(commune("13101", "Santiago Centro", null));

        // Then
        awaitCommunes("13101");
        assertEquals(
                List.of("Santiago Centro"),
                Store.query("select label_es from territory where code = '13101'", row -> row.getString(1)));
    }

    @Test
    void eventThatComesTwiceHasNoEffectTheSecondTime() {
        // Given
        Event first = event(commune("13101", "Santiago", null), commune("13127", "Recoleta", null));
        Topic.send(Topics.REFERENCE, first);
        awaitCommunes("13101", "13127");
        publish(commune("13101", "Santiago", null));
        awaitCommunes("13101");

        // When the older one comes late and again, and one behind it shows that it was read
        Topic.send(Topics.REFERENCE, first);
        UUID behind = publish(commune("13101", "Santiago", null));
        awaitApplied(behind);

        // Then
        assertEquals(List.of("13101"), communes());
    }

    @Test
    void recordThatCannotBeAppliedGoesToTheDeadLettersAndHoldsNothingUp() {
        // When
        UUID impossible =
                publish(new Territory("13", "continent", "CL", new Labels("a", "b"), 1, null, null, null, null));
        Topic.send(Topics.REFERENCE, "territories", "noise".getBytes(StandardCharsets.UTF_8));
        UUID behind = publish(commune("13127", "Recoleta", null));

        // Then
        awaitApplied(behind);
        assertEquals(List.of("13127"), communes());
        await().untilAsserted(() -> assertTrue(Topic.read(Topics.REFERENCE + Topics.DEAD_LETTER).stream()
                .anyMatch(record -> impossible.toString().equals(Topic.header(record, "ce_id"))
                        && "community-reports-territory".equals(Topic.header(record, "dead-letter-group")))));
    }

    @Test
    void otherReferenceDataAreNoneOfItsBusiness() {
        // When
        Topic.send(
                Topics.REFERENCE,
                Event.of(UUID.randomUUID(), "/test", "cl.observatory.else.v1", "x", Instant.now(), List.of()));
        UUID behind = publish(commune("13127", "Recoleta", null));

        // Then
        awaitApplied(behind);
    }

    @Test
    void exampleOfTheContractIsRead() throws Exception {
        // Given
        byte[] example = Files.readAllBytes(EXAMPLE);

        // When
        Event event = new Event(
                UUID.randomUUID(),
                "/test",
                TerritoriesPublished.TYPE,
                TerritoriesPublished.SUBJECT,
                Instant.now(),
                Event.Encoding.IDENTITY,
                example);
        Topic.send(Topics.REFERENCE, event);

        // Then
        awaitApplied(event.id());
        assertTrue(communes().contains("13101"));
    }

    @Test
    void communeThatEndedIsNoneOfToday() {
        // When
        publish(commune("13101", "Santiago", null), commune("08401", "Chillán", LocalDate.of(2018, 9, 6)));
        awaitCommunes("08401", "13101");

        // Then
        Territories fresh = new Territories(jdbi, Clock.systemUTC());
        assertTrue(fresh.commune("13101").isPresent());
        assertFalse(fresh.commune("08401").isPresent());
        assertFalse(fresh.commune("99999").isPresent());
        assertEquals("13", fresh.commune("13101").orElseThrow().region());
        assertEquals(
                List.of("08401", "13101"),
                fresh.communes(LocalDate.of(2018, 9, 5)).stream()
                        .map(Territories.Commune::code)
                        .toList());
        assertEquals(
                List.of("01", "05", "08", "11", "13"),
                fresh.regions().stream().map(Territories.Region::code).toList());
    }

    private static Territory commune(String code, String name, LocalDate validTo) {
        return Communes.territory(code, "commune", code.substring(0, 3), name, validTo);
    }

    private static UUID publish(Territory... communes) {
        Event event = event(communes);
        Topic.send(Topics.REFERENCE, event);
        return event.id();
    }

    private static Event event(Territory... communes) {
        List<Territory> table = new ArrayList<>(Communes.ABOVE);
        table.addAll(List.of(communes));
        return Communes.event(table);
    }

    private static void awaitCommunes(String... codes) {
        await().untilAsserted(() -> assertEquals(List.of(codes), communes()));
    }

    private static void awaitApplied(UUID event) {
        await().until(() -> Store.number("select count(*) from processed_event where event_id = ?", event) == 1);
    }

    private static List<String> communes() {
        return Store.query("select code from territory where level = 'commune' order by code", row -> row.getString(1));
    }
}
