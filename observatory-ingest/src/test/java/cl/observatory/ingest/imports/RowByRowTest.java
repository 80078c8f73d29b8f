package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@code atomic=row}, bad rows are left out and told; the others are the import. */
@QuarkusTest
@WithTestResource(Servers.class)
class RowByRowTest {

    private static final String MIXED = Cases.HEADER + """
            13101,2024-01,40101,3
            1999,2024-01,40101,3
            13101,2024-01,40102,1.5
            13102,2024-01,40101,4
            1999,2024-02,40199,5
            13102,2024-01,40101,4
            13103,2024-01,40101
            "x\1y",2024-01,40101,6
            """;

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void badRowsAreToldByTheirCause() {
        // When
        ValidatableResponse answer = cases.sendRowByRow(MIXED);

        // Then
        answer.statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("counts.received", equalTo(8))
                .body("counts.accepted", equalTo(2))
                .body("counts.rejected", equalTo(6))
                .body(
                        "conflicts.code",
                        equalTo(List.of(
                                "UNKNOWN_TERRITORY",
                                "NOT_WHOLE",
                                "UNKNOWN_CODE",
                                "DUPLICATE_CELL",
                                "WRONG_FIELD_COUNT",
                                "UNKNOWN_TERRITORY")))
                .body("conflicts[0].value", equalTo("1999"))
                .body("conflicts[0].column", equalTo("area"))
                .body("conflicts[0].occurrences", equalTo(2))
                .body("conflicts[0].rows", equalTo(List.of(3, 6)))
                .body("conflicts[3].value", equalTo("13102 2024-01 40101"))
                .body("conflicts[5].value", equalTo("x␁y"));
    }

    @Test
    void conflictsAreStillThereLater() {
        // Given
        ValidatableResponse taken = cases.sendRowByRow(MIXED).statusCode(202);

        // When
        ValidatableResponse later = Cases.get(taken.extract().path("id"));

        // Then
        List<Object> conflicts = taken.extract().path("conflicts");
        later.body("conflicts", equalTo(conflicts)).body("conflicts", hasSize(6));
    }

    @Test
    void goodRowsAreKept() {
        // When
        String id = cases.sendRowByRow(MIXED).statusCode(202).extract().path("id");

        // Then
        assertEquals(List.of("13101|2024-01|40101|3|P", "13102|2024-01|40101|4|P"), Rows.kept(id));
    }

    @Test
    void fileWithoutAGoodRowIsRefused() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = cases.sendRowByRow(Cases.HEADER + "1999,2024-01,40101,3\n");

        // Then
        isProblem(answer, 422, "FILE_REFUSED").body("errors[0].code", equalTo("UNKNOWN_TERRITORY"));
        assertEquals(before, Store.contents());
    }

    @Test
    void wrongColumnsAreNotAMatterOfRows() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = cases.sendRowByRow("area,month,cases\n13101,2024-01,3\n");

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE");
        assertEquals(before, Store.contents());
    }

    @Test
    void textBehindWhichNothingCanBeReadIsNotAMatterOfRows() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = cases.sendRowByRow(Cases.FILE + "13101,2024-05,40101,\"3\n");

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors[0].code", equalTo("NOT_CSV"));
        assertEquals(before, Store.contents());
    }
}
