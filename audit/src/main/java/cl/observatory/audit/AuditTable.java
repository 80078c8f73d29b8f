package cl.observatory.audit;

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
import java.util.function.LongFunction;

/**
 * The chain as a service's database keeps it, in the tables {@code audit_entry} and {@code audit_head}, in the transaction
 * of the given connection. The tables are the service's own; the column of the domain has the name of what it is there.
 */
public final class AuditTable {

    /** In one statement, and so as of one moment. */
    private static final String WHOLE = """
            select head.sequence as head_sequence, head.hash as head_hash, entry.*
            from audit_head head left join audit_entry entry on true
            order by entry.sequence
            """;

    private static final int FETCH_SIZE = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final String domainColumn;
    private final String append;
    private final String page;

    /**
     * @param domainColumn name of the column of {@link AuditEntry#domain()}
     */
    public AuditTable(Connection connection, String domainColumn) {
        this.connection = connection;
        this.domainColumn = domainColumn;
        this.append = """
            insert into audit_entry
                (sequence, recorded_at, principal, organization, action, %s, subject, reason, details, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """.formatted(domainColumn);
        this.page = """
            with asked (after, subject, domain, allowed) as (values (?, ?::text, ?::text, ?::text[]))
            select entry.* from audit_entry entry, asked
            where entry.sequence > asked.after
              and (asked.subject is null or entry.subject = asked.subject)
              and (asked.domain is null or entry.%1$s = asked.domain)
              and (asked.allowed is null or entry.%1$s = any (asked.allowed))
            order by entry.sequence limit ?
            """.formatted(domainColumn);
    }

    /** An entry with the hash that is stored with it. */
    public record Stored(AuditEntry entry, String hash) {}

    /**
     * What is asked for.
     *
     * @param after only entries of higher numbers
     * @param subject that they are about, or null for any
     * @param domain to which they belong, or null for any
     * @param allowed domains of which the caller may know; empty for all
     */
    public record Question(long after, String subject, String domain, Optional<Set<String>> allowed, int limit) {}

    /**
     * Adds an entry at the end, which nobody moves until this transaction ends.
     *
     * @param made of the number that the entry gets
     * @return the end that the chain has with it
     */
    public AuditHead append(LongFunction<AuditEntry> made) throws SQLException {
        AuditHead last = lockHead();
        AuditEntry entry = made.apply(last.sequence() + 1);
        AuditHead head = new AuditHead(entry.sequence(), entry.hash(last.hash()));
        append(entry, head);
        return head;
    }

    private AuditHead lockHead() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select sequence, hash from audit_head for update");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the end of the audit is gone: nothing can be recorded");
            }
            return new AuditHead(row.getLong(1), row.getString(2));
        }
    }

    private void append(AuditEntry entry, AuditHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(append);
                PreparedStatement move = connection.prepareStatement("update audit_head set sequence = ?, hash = ?")) {
            insert.setLong(1, entry.sequence());
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.principal());
            insert.setString(4, entry.organization());
            insert.setString(5, entry.action());
            insert.setString(6, entry.domain());
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
    public Verification verify(Optional<AuditHead> kept) throws SQLException {
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

    /** Entries in the order of their numbers. */
    public List<Stored> entries(Question asked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(page)) {
            select.setLong(1, asked.after());
            select.setString(2, asked.subject());
            select.setString(3, asked.domain());
            select.setArray(
                    4,
                    asked.allowed().isEmpty()
                            ? null
                            : connection.createArrayOf(
                                    "text", asked.allowed().get().toArray()));
            select.setInt(5, asked.limit());
            List<Stored> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Stored(entry(rows), rows.getString("hash")));
                }
            }
            return entries;
        }
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("principal"),
                row.getString("organization"),
                row.getString("action"),
                row.getString(domainColumn),
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
