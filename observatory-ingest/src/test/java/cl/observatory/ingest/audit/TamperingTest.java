package cl.observatory.ingest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.audit.AuditHead;
import cl.observatory.audit.AuditTable;
import cl.observatory.audit.Verification;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the owner of the tables can do once they have switched the guards off. Each test does it in a transaction, goes
 * along the chain as that transaction sees it, and takes everything back.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class TamperingTest {

    private static final String[] GUARDS_OFF = {
        "grant update, delete on audit_entry to current_user",
        "grant delete on audit_head to current_user",
        "alter table audit_entry disable trigger user",
        "alter table audit_head disable trigger user"
    };

    private long last;

    @BeforeEach
    void record() {
        for (int i = 0; i < 3; i++) {
            Cases.define().publish(Cases.FILE);
        }
        last = Store.number("select sequence from audit_head");
    }

    @Test
    void withTheGuardsOffAndNothingChangedTheChainIsIntact() throws SQLException {
        Verification verification = after(Optional.empty());

        assertTrue(verification.intact());
        assertEquals(last, verification.entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = recorded_at + interval '1 microsecond'",
                "recorded_at = 'infinity'",
                "principal = 'somebody'",
                "organization = ''",
                "action = 'IMPORT_REJECTED'",
                "dataset_id = null",
                "subject = subject || ' '",
                "reason = 'because'",
                "details = details || '{\"checksum\": \"00\"}'",
                "details = details - 'submittedBy'",
                "details = details || '{\"more\": 1}'",
                "details = '[]'",
                "hash = repeat('0', 64)"
            })
    void editedEntryIsFound(String edit) throws SQLException {
        // an approval, which has every field but organization and reason
        long place = Store.number("select max(sequence) from audit_entry where action = 'IMPORT_APPROVED'");

        Verification verification =
                after(Optional.empty(), "update audit_entry set " + edit + " where sequence = " + place);

        assertEquals(new Verification.Broken(place, Verification.Cause.CHANGED), verification.broken());
    }

    @Test
    void entryRemovedFromTheMiddleIsFound() throws SQLException {
        Verification verification = after(Optional.empty(), "delete from audit_entry where sequence = " + (last - 2));

        assertEquals(new Verification.Broken(last - 2, Verification.Cause.MISSING), verification.broken());
    }

    @Test
    void removalThatIsCoveredByNewNumbersIsFound() throws SQLException {
        Verification verification = after(
                Optional.empty(),
                "delete from audit_entry where sequence = " + (last - 2),
                "update audit_entry set sequence = sequence - 1 where sequence = " + (last - 1),
                "update audit_entry set sequence = sequence - 1 where sequence = " + last);

        assertEquals(new Verification.Broken(last - 2, Verification.Cause.CHANGED), verification.broken());
    }

    @Test
    void removedTailIsFound() throws SQLException {
        Verification verification = after(Optional.empty(), "delete from audit_entry where sequence > " + (last - 2));

        assertEquals(new Verification.Broken(last - 1, Verification.Cause.MISSING), verification.broken());
    }

    @Test
    void removedTailWhoseEndWasMovedIsFoundByAKeptHead() throws SQLException {
        // Given
        AuditHead kept = head();
        String[] cut = {
            "delete from audit_entry where sequence > " + (last - 2),
            "update audit_head set (sequence, hash) = (select sequence, hash from audit_entry where sequence = "
                    + (last - 2) + ")"
        };

        // When
        Verification alone = after(Optional.empty(), cut);
        Verification withHead = after(Optional.of(kept), cut);

        // Then
        assertTrue(alone.intact());
        assertEquals(new Verification.Broken(last - 1, Verification.Cause.MISSING), withHead.broken());
    }

    @Test
    void removedHeadIsFound() throws SQLException {
        Verification verification = after(Optional.empty(), "delete from audit_head");

        assertEquals(Verification.Cause.HEAD_CHANGED, verification.broken().cause());
    }

    @Test
    void everythingRemovedIsFound() throws SQLException {
        Verification verification = after(Optional.empty(), "delete from audit_entry");

        assertEquals(new Verification.Broken(1, Verification.Cause.MISSING), verification.broken());
    }

    @Test
    void swappedEntriesAreFound() throws SQLException {
        Verification verification = after(
                Optional.empty(),
                "update audit_entry set sequence = 0 - sequence where sequence in (%d, %d)"
                        .formatted(last - 3, last - 1),
                "update audit_entry set sequence = %d where sequence = %d".formatted(last - 1, 3 - last),
                "update audit_entry set sequence = %d where sequence = %d".formatted(last - 3, 1 - last));

        assertEquals(new Verification.Broken(last - 3, Verification.Cause.CHANGED), verification.broken());
    }

    @Test
    void insertedEntryIsFound() throws SQLException {
        // Given
        String copy = """
                insert into audit_entry
                select %d, recorded_at, principal, organization, action, dataset_id, subject, reason, details, hash
                from audit_entry where sequence = %d""";

        // When
        Verification behind = after(Optional.empty(), copy.formatted(last + 1, last));
        Verification between = after(
                Optional.empty(),
                "update audit_entry set sequence = %d where sequence = %d".formatted(last + 1, last),
                copy.formatted(last, last - 1));

        // Then
        assertEquals(Verification.Cause.CHANGED, behind.broken().cause());
        assertEquals(last + 1, behind.broken().sequence());
        assertEquals(new Verification.Broken(last, Verification.Cause.CHANGED), between.broken());
    }

    private static Verification after(Optional<AuditHead> kept, String... statements) throws SQLException {
        try (Connection connection = Store.connection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String guard : GUARDS_OFF) {
                    statement.execute(guard);
                }
                statement.execute("alter table audit_entry drop constraint audit_entry_sequence_check");
                for (String change : statements) {
                    statement.execute(change);
                }
                return new AuditTable(connection, Audit.DOMAIN).verify(kept);
            } finally {
                connection.rollback();
            }
        }
    }

    private static AuditHead head() throws SQLException {
        try (Connection connection = Store.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sequence, hash from audit_head")) {
            row.next();
            return new AuditHead(row.getLong(1), row.getString(2));
        }
    }
}
