package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slice as a file, in the form that the import profile {@code observatory-csv} reads. */
@QuarkusTest
@WithTestResource(Servers.class)
class ObservationCsvTest {

    private static final String CSV = "text/csv";

    @Test
    void fileHasAColumnForEachComponentAndARowForEachCell() {
        // Given
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2024-02", "40101", 3),
                            Row.missing("13101", "2024-01", "40101", "O"),
                            Row.of("01101", "2024-01", "40102", 0),
                            new Row("01101", "2024-02", "40101", 12L, "P")));

            // When
            ValidatableResponse file = csv(history.dataset(), Map.of());

            // Then
            file.body(equalTo(lines("""
                    REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS
                    01101,2024-02,40101,12,P
                    13101,2024-01,40101,,O
                    13101,2024-02,40101,3,A
                    01101,2024-01,40102,0,A
                    """)))
                    .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                    .header("Content-Disposition", "attachment; filename=\"" + history.dataset() + "-1.csv\"")
                    .header("Observatory-Release", release.releaseId().toString())
                    .header("Observatory-Warnings", "SYNTHETIC_DATA")
                    .header("Link", startsWith("</v1/releases/" + release.releaseId() + ">; rel=\"describedby\""))
                    .header("Link", containsString("</v1/datasets/" + history.dataset() + ">; rel=\"describedby\""))
                    .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                    .header("Cache-Control", "public, no-cache");
        }
    }

    @Test
    void filtersAreThoseOfPages() {
        try (History history = History.ofCases()) {
            ReleasePublished first = history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2024-01", "40101", 1),
                            Row.of("13127", "2024-02", "40101", 2),
                            Row.of("13127", "2023-02", "40102", 4)));
            assertEquals(List.of("13127,2024-02,40101,2,A"), rows(history, Map.of("period", "2024-02")));
            assertEquals(List.of("13127,2023-02,40102,4,A"), rows(history, Map.of("dimension", "CRIME_CLASS:40102")));
            assertEquals(List.of("13101,2024-01,40101,1,A"), rows(history, Map.of("territory", "13101")));
            assertEquals(
                    List.of("13,2024,40101,3,A", "13,2023,40102,4,A"),
                    rows(history, Map.of("level", "region", "period", "2022..2025")));
            assertEquals(List.of(), rows(history, Map.of("within", "08")));
            assertEquals(List.of(), rows(history, Map.of("period", "1999")));
            Row more = Row.of("13101", "2024-01", "40101", 9);
            history.merge(
                    first,
                    SECOND,
                    List.of(more),
                    List.of(more, Row.of("13127", "2024-02", "40101", 2), Row.of("13127", "2023-02", "40102", 4)));
            assertEquals(List.of("13101,2024-01,40101,9,A"), rows(history, Map.of("updatedAfter", FIRST.toString())));
            assertEquals(
                    List.of("13101,2024-01,40101,1,A"),
                    rows(history, Map.of("asOf", FIRST.toString(), "territory", "13101")));
        }
    }

    @Test
    void estimatesComeWithWhatStandsBesideThem() {
        // Given
        DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Surveys.publish(
                    publisher,
                    dataset,
                    1,
                    List.of(
                            Cell.of("13101", 2024, 850, 4L, 30L, 5L).between(842, 858),
                            Cell.plain("13127", 2024, -5),
                            new Cell("13203", "2024", null, null, null, null, 7L, null, "O")));
            Caller.awaitRelease(dataset.id(), 1);
        }

        // When
        ValidatableResponse file = csv(dataset.id(), Map.of());

        // Then the status is the published one, also where an answer in JSON calls the estimate unreliable
        file.body(equalTo(lines("""
                    REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,STD_ERR,LOWER_CI,UPPER_CI,SAMPLE_SIZE,DF
                    13101,2024,8.50,A,0.04,8.42,8.58,30,5
                    13127,2024,-0.05,A,,,,,
                    13203,2024,,O,,,,7,
                    """)));
    }

    @Test
    void codeThatASpreadsheetWouldRunIsAText() {
        // Given
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"), Frequency.A, "CRIME_CLASS", "SEX");
        try (History history = new History(dataset)) {
            history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2024", "=cmd()|F", -5),
                            Row.of("13101", "2024", "a,b|+F", 1),
                            Row.of("13101", "2024", "say \"so\"|-1", 2)));
        }

        // When
        ValidatableResponse file = csv(dataset.id(), Map.of());

        // Then
        file.body(equalTo(lines("""
                    REF_AREA,TIME_PERIOD,CRIME_CLASS,SEX,OBS_VALUE,OBS_STATUS
                    13101,2024,'=cmd(),F,-5,A
                    13101,2024,"a,b",'+F,1,A
                    13101,2024,"say ""so""\",-1,2,A
                    """)));
    }

    @Test
    void fileOfManyPagesHasEveryCellOnce() {
        // Given
        List<Row> rows = new ArrayList<>();
        for (String area : List.of("01101", "08101", "13101", "13127")) {
            for (int code = 10_000; code < 10_250; code++) {
                for (int month = 1; month <= 24; month++) {
                    rows.add(Row.of(
                            area,
                            "%d-%02d".formatted(2023 + month / 13, (month - 1) % 12 + 1),
                            code + "",
                            code + month));
                }
            }
        }
        try (History history = History.ofCases()) {
            history.full(FIRST, rows);

            // When
            List<String> file = rows(history, Map.of());

            // Then
            rows.sort(Comparator.comparing(Row::codes).thenComparing(Row::area).thenComparing(Row::period));
            assertEquals(
                    rows.stream()
                            .map(row -> "%s,%s,%s,%d,A".formatted(row.area(), row.period(), row.codes(), row.value()))
                            .toList(),
                    file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/csv, application/json;q=0.9", "application/xml;q=0.1, text/csv"})
    void acceptChoosesTheFile(String accept) {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Caller.reader()
                    .header("Accept", accept)
                    .get("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(200)
                    .contentType(CSV)
                    .body(startsWith("REF_AREA,"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'*/*',",
        "application/json,",
        "'application/json, text/csv;q=0.9',",
        "'text/html,application/xhtml+xml,*/*;q=0.8',",
        "'text/csv, */*;q=0.1',json"
    })
    void everythingElseIsJson(String accept, String format) {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Caller.reader()
                    .header("Accept", accept)
                    .queryParams(format == null ? Map.of() : Map.of("format", format))
                    .get("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("items.value", contains(1));
        }
    }

    @Test
    void fileThatTheCallerHasIsNotSentAgain() {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));
            String tag = csv(history.dataset(), Map.of()).extract().header("ETag");

            Caller.reader()
                    .queryParam("format", "csv")
                    .header("If-None-Match", tag)
                    .get("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(304)
                    .body(emptyString())
                    .header("ETag", tag);
            assertNotEquals(
                    tag,
                    csv(history.dataset(), Map.of("territory", "13101"))
                            .extract()
                            .header("ETag"));
            history.full(SECOND, List.of(Row.of("13101", "2024-01", "40101", 2)));
            assertNotEquals(tag, csv(history.dataset(), Map.of()).extract().header("ETag"));
        }
    }

    @Test
    void headHasNoBody() {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Caller.reader()
                    .queryParam("format", "csv")
                    .head("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(200)
                    .body(emptyString());
        }
    }

    @Test
    void dataSetWithoutAReleaseIsAFileWithoutRows() {
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        try (Publisher publisher = new Publisher()) {
            publisher.define(dataset);
        }
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());

        csv(dataset.id(), Map.of("territory", "99999"))
                .body(equalTo(lines("""
                    REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS
                    """)))
                .header("Observatory-Warnings", "UNKNOWN_TERRITORY, NO_RELEASE, SYNTHETIC_DATA");
    }

    @ParameterizedTest
    @CsvSource({
        "format,xls,NOT_ONE_OF",
        "limit,10,NOT_PAGED",
        "cursor,abc,NOT_PAGED",
        "period,soon,NOT_A_PERIOD",
        "dimension,SEX:F,NOT_A_DIMENSION",
        "updatedAfter,now,NOT_AN_INSTANT"
    })
    void malformedValueIsAProblemThatNamesIt(String parameter, String value, String code) {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Caller.reader()
                    .header("Accept", CSV)
                    .queryParam(parameter, value)
                    .get("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.parameter", contains(parameter))
                    .body("errors.code", contains(code));
        }
    }

    @Test
    void unknownDataSetIsAProblem() {
        Caller.reader()
                .header("Accept", CSV)
                .get("/v1/datasets/nowhere/observations")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_DATASET"));
    }

    private static List<String> rows(History history, Map<String, String> parameters) {
        List<String> lines =
                csv(history.dataset(), parameters).extract().asString().lines().toList();
        return lines.subList(1, lines.size());
    }

    private static ValidatableResponse csv(String dataset, Map<String, String> parameters) {
        return Caller.reader()
                .queryParam("format", "csv")
                .queryParams(parameters)
                .get("/v1/datasets/{id}/observations", dataset)
                .then()
                .statusCode(200);
    }

    /** With the ends of lines that CSV has. */
    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }
}
