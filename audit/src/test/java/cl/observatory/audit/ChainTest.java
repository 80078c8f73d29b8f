package cl.observatory.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.audit.Verification.Broken;
import cl.observatory.audit.Verification.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Instant AT = Instant.parse("2026-12-01T00:00:00.123456Z");

    private final List<AuditTable.Stored> entries = chain("first", "second", "third", "fourth", "fifth");
    private final AuditHead head = headOf(entries);

    @Test
    void chainAsItWasWrittenIsIntact() {
        Verification verification = verify(entries, head, Optional.of(head));

        assertTrue(verification.intact());
        assertEquals(5, verification.entries());
        assertEquals(head.toString(), verification.head());
        assertNull(verification.broken());
    }

    @Test
    void chainWithoutEntriesIsIntact() {
        Verification verification = verify(List.of(), AuditHead.START, Optional.empty());

        assertTrue(verification.intact());
        assertEquals(0, verification.entries());
    }

    @Test
    void keptHeadHoldsWhileTheChainGrows() {
        AuditHead kept = headOf(entries.subList(0, 3));

        assertTrue(verify(entries, head, Optional.of(kept)).intact());
    }

    @Test
    void everyEditOfEveryEntryIsFoundWhereItIs() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            // Given
            int place = random.nextInt(entries.size());
            int field = random.nextInt(8);
            List<AuditTable.Stored> edited = new ArrayList<>(entries);
            edited.set(
                    place,
                    new AuditTable.Stored(
                            edit(entries.get(place).entry(), field),
                            entries.get(place).hash()));

            // When
            Verification verification = verify(edited, head, Optional.empty());

            // Then
            assertEquals(
                    new Broken(place + 1, Cause.CHANGED),
                    verification.broken(),
                    "seed " + seed + ", place " + place + ", field " + field);
            assertEquals(place, verification.entries());
        }
    }

    @Test
    void removedEntryIsFound() {
        for (int place = 0; place < entries.size(); place++) {
            List<AuditTable.Stored> shorter = new ArrayList<>(entries);
            shorter.remove(place);

            assertEquals(
                    new Broken(place + 1, Cause.MISSING),
                    verify(shorter, head, Optional.empty()).broken());
        }
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        List<AuditTable.Stored> swapped = new ArrayList<>(entries);
        swapped.set(1, renumbered(entries.get(2), 2));
        swapped.set(2, renumbered(entries.get(1), 3));

        assertEquals(
                new Broken(2, Cause.CHANGED),
                verify(swapped, head, Optional.empty()).broken());
    }

    @Test
    void insertedEntryIsFound() {
        List<AuditTable.Stored> longer = new ArrayList<>(entries.subList(0, 2));
        longer.add(renumbered(entries.get(0), 3));
        for (int place = 2; place < entries.size(); place++) {
            longer.add(renumbered(entries.get(place), place + 2));
        }

        assertEquals(
                new Broken(3, Cause.CHANGED),
                verify(longer, head, Optional.empty()).broken());
    }

    @Test
    void entryBehindTheEndIsFoundThoughItFollows() {
        List<AuditTable.Stored> longer = chain("first", "second", "third", "fourth", "fifth", "sixth");

        assertEquals(
                new Broken(6, Cause.INSERTED),
                verify(longer, head, Optional.empty()).broken());
    }

    @Test
    void movedEndIsFound() {
        AuditHead other = new AuditHead(5, "0".repeat(64));

        assertEquals(
                new Broken(5, Cause.HEAD_CHANGED),
                verify(entries, other, Optional.empty()).broken());
        assertEquals(
                new Broken(5, Cause.HEAD_CHANGED),
                verify(entries, Optional.empty(), Optional.empty()).broken());
    }

    /** Whoever may write everything can make a chain that holds in itself; what was kept elsewhere tells. */
    @Test
    void chainThatWasWrittenAnewIsFoundByAKeptHeadAlone() {
        // Given
        List<AuditTable.Stored> anew = chain("first", "changed", "third", "fourth", "fifth");

        // When
        Verification alone = verify(anew, headOf(anew), Optional.empty());
        Verification withHead = verify(anew, headOf(anew), Optional.of(head));

        // Then
        assertTrue(alone.intact());
        assertEquals(new Broken(5, Cause.REWRITTEN), withHead.broken());
    }

    @Test
    void tailThatWasCutOffWithItsEndIsFoundByAKeptHeadAlone() {
        // Given
        List<AuditTable.Stored> shorter = entries.subList(0, 3);

        // When
        Verification alone = verify(shorter, headOf(shorter), Optional.empty());
        Verification withHead = verify(shorter, headOf(shorter), Optional.of(head));

        // Then
        assertTrue(alone.intact());
        assertEquals(new Broken(4, Cause.MISSING), withHead.broken());
    }

    private static Verification verify(List<AuditTable.Stored> entries, AuditHead head, Optional<AuditHead> kept) {
        return verify(entries, Optional.of(head), kept);
    }

    private static Verification verify(
            List<AuditTable.Stored> entries, Optional<AuditHead> head, Optional<AuditHead> kept) {
        Chain chain = new Chain(kept);
        entries.forEach(stored -> chain.add(stored.entry(), stored.hash()));
        return chain.end(head);
    }

    private static List<AuditTable.Stored> chain(String... reasons) {
        List<AuditTable.Stored> entries = new ArrayList<>();
        String previous = AuditHead.START.hash();
        for (String reason : reasons) {
            AuditEntry entry = new AuditEntry(
                    entries.size() + 1L,
                    AT,
                    "approver",
                    null,
                    "IMPORT_APPROVED",
                    "cases",
                    "imports/" + entries.size(),
                    reason,
                    Map.of("checksum", "00"));
            previous = entry.hash(previous);
            entries.add(new AuditTable.Stored(entry, previous));
        }
        return entries;
    }

    private static AuditHead headOf(List<AuditTable.Stored> entries) {
        return new AuditHead(entries.size(), entries.getLast().hash());
    }

    private static AuditTable.Stored renumbered(AuditTable.Stored stored, long sequence) {
        AuditEntry entry = stored.entry();
        return new AuditTable.Stored(
                new AuditEntry(
                        sequence,
                        entry.at(),
                        entry.principal(),
                        entry.organization(),
                        entry.action(),
                        entry.domain(),
                        entry.subject(),
                        entry.reason(),
                        entry.details()),
                stored.hash());
    }

    private static AuditEntry edit(AuditEntry entry, int field) {
        return new AuditEntry(
                entry.sequence(),
                field == 0 ? entry.at().plusNanos(1000) : entry.at(),
                field == 1 ? "steward" : entry.principal(),
                field == 2 ? "" : entry.organization(),
                field == 3 ? "IMPORT_REJECTED" : entry.action(),
                field == 4 ? null : entry.domain(),
                field == 5 ? entry.subject() + "0" : entry.subject(),
                field == 6 ? entry.reason() + " " : entry.reason(),
                field == 7 ? Map.of("checksum", "01") : entry.details());
    }
}
