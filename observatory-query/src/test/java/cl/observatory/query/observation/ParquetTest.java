package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import cl.observatory.query.parquet.ParquetText;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A release in Parquet, read by DuckDB. */
@QuarkusTest
@WithTestResource(Servers.class)
class ParquetTest {

    @Test
    void rowsAreThoseOfTheCsvEachOfItsType() throws IOException, SQLException {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2024-02", "40101", 3),
                            Row.missing("13101", "2024-01", "40101", "O"),
                            Row.missing("01101", "2024-01", "40102", "Q"),
                            new Row("01101", "2024-02", "40101", 12L, "P")));

            Response file = ask(history.dataset(), "parquet", Map.of());

            file.then()
                    .header("Content-Type", equalTo("application/vnd.apache.parquet"))
                    .header("Content-Disposition", containsString(history.dataset() + "-1.parquet"));
            try (ParquetText parquet = new ParquetText(file.asByteArray())) {
                assertEquals(lines(history.dataset(), Map.of()), parquet.lines());
                assertEquals(
                        List.of(
                                "REF_AREA,VARCHAR,YES",
                                "TIME_PERIOD,VARCHAR,YES",
                                "CRIME_CLASS,VARCHAR,YES",
                                "OBS_VALUE,BIGINT,YES",
                                "OBS_STATUS,VARCHAR,YES"),
                        parquet.columns());
            }
        }
    }

    @Test
    void endOfTheFileSaysWhatItIs() throws IOException, SQLException {
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(FIRST, List.of(Row.of("13101", "2024-02", "40101", 3)));

            Response file = ask(history.dataset(), "parquet", Map.of());

            try (ParquetText parquet = new ParquetText(file.asByteArray())) {
                Map<String, String> metadata = parquet.metadata();
                assertEquals(history.dataset(), metadata.get("dataset"));
                assertEquals(release.releaseId().toString(), metadata.get("release"));
                assertEquals(release.checksum(), metadata.get("checksum"));
                assertEquals(release.dataset().source().licence(), metadata.get("licence"));
                assertEquals(release.dataset().title().es(), metadata.get("title.es"));
                assertEquals("true", metadata.get("synthetic"));
            }
        }
    }

    @Test
    void estimatesAreDecimalNumbersWithAllTheirDigits() throws IOException, SQLException {
        DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Surveys.publish(
                    publisher,
                    dataset,
                    1,
                    List.of(Cell.of("13101", 2024, 850, 4L, 30L, 5L).between(842, 858), Cell.plain("13127", 2024, -5)));
            Caller.awaitRelease(dataset.id(), 1);

            Response file = ask(dataset.id(), "parquet", Map.of());

            try (ParquetText parquet = new ParquetText(file.asByteArray())) {
                assertEquals(
                        List.of("13101,2024,8.50,A,0.04,8.42,8.58,30,5", "13127,2024,-0.05,A,,,,,"), parquet.lines());
                assertTrue(parquet.columns().contains("OBS_VALUE,\"DECIMAL(18,2)\",YES")
                        || parquet.columns().contains("OBS_VALUE,DECIMAL(18,2),YES"));
                assertTrue(parquet.columns().contains("SAMPLE_SIZE,BIGINT,YES"));
            }
        }
    }

    @Test
    void nothingIsAFileToo() throws IOException, SQLException {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 3)));

            Response file = ask(history.dataset(), "parquet", Map.of("within", "08"));

            try (ParquetText parquet = new ParquetText(file.asByteArray())) {
                assertEquals(List.of(), parquet.lines());
                assertEquals(5, parquet.columns().size());
            }
        }
    }

    /** The lines of the CSV without its header. */
    private static List<String> lines(String dataset, Map<String, String> filters) {
        return ask(dataset, "csv", filters).asString().lines().skip(1).toList();
    }

    private static Response ask(String dataset, String format, Map<String, String> filters) {
        Response answer = Caller.reader()
                .queryParams(filters)
                .queryParam("format", format)
                .get("/v1/datasets/{id}/observations", dataset);
        answer.then().statusCode(200);
        return answer;
    }
}
