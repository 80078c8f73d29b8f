package cl.observatory.ingest.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The chain as the database keeps it, in the transaction of the given connection. */
final class AuditTable {

    private static final String APPEND = """
            insert into audit_entry
                (sequence, recorded_at, principal, organization, action, dataset_id, subject, reason, details, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    /** In one statement, and so as of one moment. */
    private static final String WHOLE = """
            select head.sequence as head_sequence, head.hash as head_hash, entry.*
            from audit_head head left join audit_entry entry on true
            order by entry.sequence
            """;

    private static final String PAGE = """
            with asked (after, subject, dataset, allowed) as (values (?, ?::text, ?::text, ?::text[]))
            select entry.* from audit_entry entry, asked
            where entry.sequence > asked.after
              and (asked.subject is null or entry.subject = asked.subject)
              and (asked.dataset is null or entry.dataset_id = asked.dataset)
              and (asked.allowed is null or entry.dataset_id = any (asked.allowed))
            order by entry.sequence limit ?
            """;

    private static final int FETCH_SIZE = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    AuditTable(Connection connection) {
        this.connection = connection;
    }

    /** An entry with the hash that is stored with it. */
    record Stored(AuditEntry entry, String hash) {}

    /** The end of the chain, which nobody moves until this transaction ends. */
    AuditHead lockHead() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select sequence, hash from audit_head for update");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the end of the audit is gone: nothing can be recorded");
            }
            return new AuditHead(row.getLong(1), row.getString(2));
        }
    }

    /**
     * @param head that the chain has with the entry
     */
    void append(AuditEntry entry, AuditHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND);
                PreparedStatement move = connection.prepareStatement("update audit_head set sequence = ?, hash = ?")) {
            insert.setLong(1, entry.sequence());
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.principal());
            insert.setString(4, entry.organization());
            insert.setString(5, entry.action());
            insert.setString(6, entry.dataset());
            insert.setString(7, entry.subject());
            insert.setString(8, entry.reason());
            insert.setString(9, JSON.valueToTree(entry.details()).toString());
            insert.setString(10, head.hash());
            insert.executeUpdate();
            move.setLong(1, head.sequence());
            move.setString(2, head.hash());
            move.executeUpdate();
        }
    }

    /** Goes along the whole chain; memory does not grow with it. */
    Verification verify(Optional<AuditHead> kept) throws SQLException {
        Chain chain = new Chain(kept);
        Optional<AuditHead> head = Optional.empty();
        try (PreparedStatement select = connection.prepareStatement(WHOLE)) {
            select.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    head = Optional.of(new AuditHead(rows.getLong("head_sequence"), rows.getString("head_hash")));
                    if (rows.getObject("sequence") != null) {
                        chain.add(entry(rows), rows.getString("hash"));
                    }
                }
            }
        }
        return chain.end(head);
    }

    /**
     * Entries behind a number, in their order.
     *
     * @param subject that they are about, or null for any
     * @param dataset that they concern, or null for any
     * @param allowed data sets of which the caller may know; empty for all
     */
    List<Stored> after(long sequence, String subject, String dataset, Optional<Set<String>> allowed, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, sequence);
            select.setString(2, subject);
            select.setString(3, dataset);
            select.setArray(
                    4,
                    allowed.isEmpty()
                            ? null
                            : connection.createArrayOf("text", allowed.get().toArray()));
            select.setInt(5, limit);
            List<Stored> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Stored(entry(rows), rows.getString("hash")));
                }
            }
            return entries;
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("principal"),
                row.getString("organization"),
                row.getString("action"),
                row.getString("dataset_id"),
                row.getString("subject"),
                row.getString("reason"),
                details(row.getString("details")));
    }

    private static Map<String, String> details(String json) {
        try {
            JsonNode details = JSON.readTree(json);
            if (!details.isObject() || details.valueStream().anyMatch(value -> !value.isTextual())) {
                return null;
            }
            Map<String, String> texts = new TreeMap<>();
            details.properties()
                    .forEach(detail ->
                            texts.put(detail.getKey(), detail.getValue().textValue()));
            return texts;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
