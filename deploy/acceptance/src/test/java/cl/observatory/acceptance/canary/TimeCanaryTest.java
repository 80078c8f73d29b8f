package cl.observatory.acceptance.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.acceptance.Observatory;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One report in a quiet hour. What can be seen of the stack is looked at several times before it, to know what moves by
 * itself, and once behind it. Files of PostgreSQL and Kafka are left out: the threat model names when they are written.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeCanaryTest {

    private static final String DATABASE = "reports";
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** PostgreSQL's processes tell what they counted after ten seconds without work at the latest. */
    private static final Duration UNTIL_COUNTED = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUIET_LOOKS = 3;
    private static final int MOST_LOOKS = 20;

    /** As the local stack asks for. */
    private static final Work WORK = new Work(18);

    private static final List<String> PUBLIC_DOCUMENTS = List.of(
            "/v1/report-categories",
            "/v1/referral-channels?commune=13116&category=EXTORTION",
            "/v1/privacy-notice",
            "/v1/transparency",
            "/v1/signals?period=2026-10&territory=CL");

    /** They say when somebody asked for the document, which is no news to whoever asked. */
    private static final Set<String> HEADERS_OF_THE_MOMENT =
            Set.of("date", "ratelimit", "ratelimit-policy", "x-request-id", "request-id");

    /**
     * Memory, processor, threads, clients of Kafka, and the slowest of the last minutes on routes of others: whatever a
     * process does, and the clock, moves them, and what moved them they do not tell.
     */
    private static final Pattern RESOURCES =
            Pattern.compile("metric \\S+ (jvm|process|system|netty|worker|http_server|kafka)_.*"
                    + "|metric gateway gateway_requests_seconds_max\\{.*");

    private static final Set<String> TIMES = Set.of(
            "audit_entry.recorded_at", "flyway_schema_history.installed_on", "outbox.occurred_at", "outbox.sent_at");

    private static final Pattern CLOCK =
            Pattern.compile(".*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](?!00:00:00).*|.*[0-9]:[0-9].*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Observatory observatory;
    private Insider insider;
    private final Set<String> movedByItself = new TreeSet<>();
    private Set<String> moved;
    private Map<String, List<String>> rowsBefore;
    private Map<String, List<String>> rowsAfter;
    private Visit.Answer answer;

    @BeforeAll
    void fileOneReport() throws SQLException {
        observatory = Observatory.running();
        insider = new Insider(observatory.stack());
        rowsBefore = insider.database().rows(DATABASE);
        awaitEventsSent();
        Snapshot before = lookUntilNothingNewMoves();
        Words words = new Words(new Marks());
        Campaign campaign = new Campaign(observatory.access().gateway(), words, WORK);
        answer = campaign.send("somebody", "EXTORTION", "Cobran en la feria.");
        Waiting.until(UNTIL_COUNTED, () -> false);
        Snapshot after = look();
        rowsAfter = insider.database().rows(DATABASE);
        moved = before.changedUntil(after);
        moved.removeAll(movedByItself);
    }

    /** What the stack told when it started would move the outbox at a moment that has nothing to do with a report. */
    private void awaitEventsSent() throws SQLException {
        long waited = System.nanoTime();
        while (!insider.database()
                .strings(DATABASE, "select id::text from outbox where sent_at is null")
                .isEmpty()) {
            assertTrue(System.nanoTime() - waited < PATIENCE.toNanos(), "Events wait in the outbox");
            Waiting.until(QUIET, () -> false);
        }
        Waiting.until(UNTIL_COUNTED, () -> false);
    }

    /** Looks again and again, since looking leaves traces too, until what moves has been seen to move. */
    private Snapshot lookUntilNothingNewMoves() throws SQLException {
        Snapshot last = look();
        int quiet = 0;
        Set<String> newest = Set.of();
        for (int looks = 0; quiet < QUIET_LOOKS && looks < MOST_LOOKS; looks++) {
            Waiting.until(QUIET, () -> false);
            Snapshot next = look();
            newest = last.changedUntil(next);
            newest.removeAll(movedByItself);
            movedByItself.addAll(newest);
            quiet = newest.stream().allMatch(name -> RESOURCES.matcher(name).matches()) ? quiet + 1 : 0;
            last = next;
        }
        Set<String> restless = newest;
        assertEquals(QUIET_LOOKS, quiet, () -> "Something else moves with every look, at last " + restless);
        return last;
    }

    private Snapshot look() throws SQLException {
        Snapshot.Collector seen = new Snapshot.Collector();
        insider.management()
                .forEach((process, visit) -> seen.addMetrics(
                        process,
                        visit.send("GET /q/metrics", Map.of(), new byte[0]).text()));
        Visit anybody = new Visit(observatory.access().gateway(), "127.0.0.1");
        for (String path : PUBLIC_DOCUMENTS) {
            Visit.Answer document = anybody.send("GET " + path, Map.of(), new byte[0]);
            Map<String, String> headers = new TreeMap<>(document.headers());
            headers.keySet().removeAll(HEADERS_OF_THE_MOMENT);
            seen.add("document " + path, document.status() + " " + headers + " " + document.text());
        }
        Path data = insider.folder().resolve("data");
        seen.addFiles(insider.folder(), Set.of(data.resolve("postgres"), data.resolve("kafka")));
        insider.database().statistics(DATABASE).forEach((column, value) -> seen.add("statistics " + column, value));
        return seen.snapshot();
    }

    @Test
    void reportIsTaken() {
        assertEquals(201, answer.status(), answer.text());
    }

    @Test
    void nothingThatCanBeSeenMoves() {
        assertEquals(
                Set.of(),
                moved.stream()
                        .filter(name -> !RESOURCES.matcher(name).matches())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those who take and open reports do nothing else, so that whatever they use tells when they did. */
    @Test
    void processesThatHandleReportsTellNothingOfTheirResources() {
        Set<String> told = insider.management().entrySet().stream()
                .filter(process -> process.getKey().startsWith("reports-"))
                .flatMap(process -> process.getValue()
                        .send("GET /q/metrics", Map.of(), new byte[0])
                        .text()
                        .lines())
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .filter(line -> RESOURCES.matcher("metric x " + line).matches())
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), told);
    }

    @Test
    void answerTellsNothingByWhichItCouldBeFound() {
        for (String header : answer.headers().keySet()) {
            assertFalse(
                    header.matches(
                            "etag|last-modified|location|set-cookie|server-timing|trace.*|.*request-id|ratelimit.*"),
                    header);
        }
        assertEquals(Campaign.BODY_SIZE, answer.text().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void noColumnHoldsATimeButThoseThatAreNotAboutReports() throws SQLException {
        Set<String> times = new TreeSet<>(insider.database().strings(DATABASE, """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema not in ('pg_catalog', 'information_schema')
                and (data_type like '%time%' or data_type = 'interval')
                """));
        times.removeAll(TIMES);
        assertEquals(Set.of(), times);
    }

    @Test
    void rowsThatAReportLeavesTellNoTime() throws IOException {
        Instant now = Instant.now();
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : rowsAfter.entrySet()) {
            List<String> added = new ArrayList<>(table.getValue());
            rowsBefore.getOrDefault(table.getKey(), List.of()).forEach(added::remove);
            for (String row : added) {
                left.add(table.getKey());
                for (JsonNode value : JSON.readTree(row)) {
                    assertFalse(isTime(value, now), table.getKey() + ": " + value);
                }
            }
        }
        assertTrue(left.contains("public.report"), left.toString());
    }

    private static boolean isTime(JsonNode value, Instant now) {
        if (value.isNumber()) {
            double seconds = value.asDouble();
            double day = Duration.ofDays(1).toSeconds();
            return Math.abs(seconds - now.getEpochSecond()) < day
                    || Math.abs(seconds / 1000 - now.getEpochSecond()) < day
                    || Math.abs(seconds / 1_000_000 - now.getEpochSecond()) < day;
        }
        return value.isTextual() && CLOCK.matcher(value.asText()).matches();
    }

    @Test
    void identifiersAreRandom() throws SQLException {
        Database database = insider.database();
        for (String column : database.strings(DATABASE, """
                select quote_ident(table_name) || '|' || quote_ident(column_name) from information_schema.columns
                where table_schema not in ('pg_catalog', 'information_schema') and data_type = 'uuid'
                and table_name not in ('processed_event', 'outbox')
                """)) {
            String[] parts = column.split("\\|", 2);
            assertEquals(
                    List.of(),
                    database.strings(
                            DATABASE,
                            "select %s::text from %s where uuid_extract_version(%1$s) <> 4"
                                    .formatted(parts[1], parts[0])),
                    column);
        }
    }

    /** As views of the server would, to whoever looks at them later. */
    @Test
    void serverDoesNotTellWhenARoleDidSomethingLast() throws SQLException {
        assertEquals(List.of(), insider.database().strings(DATABASE, """
                select row_to_json(each)::text from pg_stat_activity each
                where usename in ('reports_intake', 'reports_moderation')
                and (query_start is not null or state_change is not null or xact_start is not null or query <> '')
                """));
        assertEquals(List.of("off"), insider.database().strings(DATABASE, "show track_commit_timestamp"));
    }
}
