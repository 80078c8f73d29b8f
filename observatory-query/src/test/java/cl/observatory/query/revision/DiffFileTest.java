package cl.observatory.query.revision;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What changed between two releases, as a file. */
@QuarkusTest
@WithTestResource(Servers.class)
class DiffFileTest {

    @Test
    void everyRowTellsWhatACellWasAndWhatItBecame() {
        try (History history = History.ofCases()) {
            Row same = Row.of("13127", "2024-01", "40101", 50);
            ReleasePublished before = history.full(
                    FIRST,
                    List.of(
                            same,
                            Row.of("13101", "2024-01", "40101", 100),
                            Row.missing("13203", "2024-02", "40101", "O"),
                            Row.of("01101", "2023-05", "40102", 4)));
            ReleasePublished after = history.full(
                    SECOND,
                    List.of(
                            same,
                            Row.of("13101", "2024-01", "40101", 110),
                            new Row("13203", "2024-02", "40101", 0L, "P"),
                            Row.of("08101", "2024-03", "40101", 7)));

            csv(before.releaseId(), after.releaseId())
                    .then()
                    .header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"))
                    .header("Content-Disposition", containsString(history.dataset() + "-1-2.csv"))
                    .body(equalTo("""
                            REF_AREA,TIME_PERIOD,CRIME_CLASS,CHANGE,OBS_VALUE_BEFORE,OBS_STATUS_BEFORE,OBS_VALUE,\
                            OBS_STATUS,DIFFERENCE
                            08101,2024-03,40101,ADDED,,,7,A,
                            13101,2024-01,40101,CHANGED,100,A,110,A,10
                            13203,2024-02,40101,CHANGED,,O,0,P,
                            01101,2023-05,40102,REMOVED,4,A,,,
                            """.replace("\n", "\r\n")));
        }
    }

    @Test
    void fileThatIsReadInPiecesHasEveryCellOnce() {
        try (History history = History.ofCases()) {
            ReleasePublished before = history.full(FIRST, months(0));
            ReleasePublished after = history.full(SECOND, months(1));

            List<String> rows = csv(before.releaseId(), after.releaseId())
                    .asString()
                    .lines()
                    .skip(1)
                    .toList();

            assertEquals(months(1).size(), rows.size());
            assertEquals(rows.size(), new HashSet<>(rows).size());
            assertEquals(
                    List.of(),
                    rows.stream().filter(row -> !row.endsWith(",A,1")).toList());
        }
    }

    @Test
    void estimatesTellTheirAttributesOfBothSides() {
        DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Cell plain = Cell.plain("13127", 2024, 100);
            UUID before = Surveys.publish(
                            publisher,
                            dataset,
                            1,
                            Instant.now(),
                            List.of(Cell.of("13101", 2024, 850, 4L, 30L, 5L), plain))
                    .releaseId();
            Caller.awaitRelease(dataset.id(), 1);
            UUID after = Surveys.publish(
                            publisher,
                            dataset,
                            2,
                            Instant.now(),
                            List.of(Cell.of("13101", 2024, 850, 6L, 30L, 5L), plain))
                    .releaseId();
            Caller.awaitRelease(dataset.id(), 2);

            csv(before, after)
                    .then()
                    .body(containsString("13101,2024,CHANGED,8.50,A,0.04,,,30,5,8.50,A,0.06,,,30,5,0.00\r\n"));
        }
    }

    /** More than are read at a time. */
    private static List<Row> months(long more) {
        List<Row> rows = new ArrayList<>();
        for (String area : List.of("13101", "13127", "13203", "08101")) {
            for (String codes : List.of("40101", "40102")) {
                for (int month = 0; month < 12 * 70; month++) {
                    rows.add(
                            Row.of(area, YearMonth.of(1950, 1).plusMonths(month).toString(), codes, month + more));
                }
            }
        }
        return rows;
    }

    private static Response csv(UUID before, UUID after) {
        Response answer = Caller.reader().accept("text/csv").get("/v1/releases/{id}/diff/{other}", before, after);
        answer.then().statusCode(200);
        return answer;
    }
}
