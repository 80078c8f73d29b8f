package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Files that are no plain tables, read by what their profiles say. */
@QuarkusTest
@WithTestResource(Servers.class)
class ShapesTest {

    @Test
    void titlesTotalsAndFootnotesAreLeftOutAndCounted() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "delimiter": ";", "thousandsSeparator": ".", "decimalSeparator": ",",
                 "header": {"row": 4},
                 "dropRows": [{"column": "comuna", "in": ["TOTAL"]}, {"column": "casos", "blank": true}],
                 "components": {"REF_AREA": {"column": "comuna"},
                                "TIME_PERIOD": {"column": "mes", "format": "MM/yyyy"},
                                "CRIME_CLASS": {"constant": "40101"}, "OBS_VALUE": {"column": "casos"}}}
                """);

        // When
        ValidatableResponse answer = cases.send("""
                Casos por comuna
                "Publicado en; enero"

                comuna;mes;casos
                1101;01/2024;1.096
                13101;01/2024;7
                TOTAL;01/2024;1.103
                Fuente: nadie
                """);

        // Then
        answer.statusCode(202)
                .body("counts.received", equalTo(2))
                .body("counts.accepted", equalTo(2))
                .body("counts.leftOut", equalTo(2))
                .body("source.encoding", equalTo("UTF-8"));
        assertEquals(List.of("01101|2024-01|40101|1096|P", "13101|2024-01|40101|7|P"), kept(answer));
    }

    @Test
    void wideTableIsMadeLongByTheNamesOfItsColumns() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain",
                 "unpivot": {"columns": "Casos (?P<anio>[0-9]{4})", "skipEmpty": true},
                 "components": {"REF_AREA": {"column": "comuna"},
                                "TIME_PERIOD": {"columns": ["anio", "mes"], "format": "yyyy-MMMM"},
                                "CRIME_CLASS": {"constant": "40101"}, "OBS_VALUE": {"column": "value"}}}
                """);

        // When
        ValidatableResponse answer = cases.send("""
                comuna,mes,Casos 2023,Casos 2024
                13101,Enero,1,2
                13101,FEBRERO,3,
                13102,enero,x,4
                """);

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors[0].code", equalTo("NOT_A_NUMBER"))
                .body("errors[0].row", equalTo(4))
                .body("detail", startsWith("Of 5 rows, 1"));
        ValidatableResponse taken = cases.sendRowByRow("""
                comuna,mes,Casos 2023,Casos 2024
                13101,Enero,1,2
                13101,FEBRERO,3,
                13102,enero,x,4
                """);
        assertEquals(
                List.of(
                        "13101|2023-01|40101|1|P",
                        "13101|2023-02|40101|3|P",
                        "13101|2024-01|40101|2|P",
                        "13102|2024-01|40101|4|P"),
                kept(taken));
    }

    @Test
    void casesAreCountedAndEqualRowsAreDifferentCases() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "cases": true,
                 "components": {"REF_AREA": {"column": "comuna"},
                                "TIME_PERIOD": {"column": "fecha", "format": "yyyy-MM-dd"},
                                "CRIME_CLASS": {"column": "delito", "codes": {"Tráfico": "40101", "Riña": "70102"}}}}
                """);

        // When
        ValidatableResponse answer = cases.send("""
                comuna,fecha,delito
                13101,2024-01-17,Tráfico
                13101,2024-01-17,Tráfico
                13101,2024-01-31,Tráfico
                13102,2024-03-01,Riña
                """);

        // Then
        answer.statusCode(202).body("counts.accepted", equalTo(4)).body("counts.filled", equalTo(0));
        assertEquals(List.of("13101|2024-01|40101|3|P", "13102|2024-03|70102|1|P"), kept(answer));
    }

    @Test
    void zerosThatThePublisherLeavesOutAreFilledInOnlyWhenTheProfileSaysSo() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "zeroFill": "TERRITORIES_OF_FILE",
                 "components": {"REF_AREA": {"column": "area"}, "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """);

        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + """
                13101,2024-01,40101,3
                13102,2024-03,40101,-
                """);

        // Then
        answer.statusCode(202).body("counts.accepted", equalTo(2)).body("counts.filled", equalTo(4));
        assertEquals(
                List.of(
                        "13101|2024-01|40101|3|P",
                        "13101|2024-02|40101|0|P",
                        "13101|2024-03|40101|0|P",
                        "13102|2024-01|40101|0|P",
                        "13102|2024-02|40101|0|P",
                        "13102|2024-03|40101||O"),
                kept(answer));
    }

    @Test
    void everyTerritoryOfTheTimeIsZeroWhereThePublisherNamesNone() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "zeroFill": "ALL_TERRITORIES",
                 "components": {"REF_AREA": {"column": "area"}, "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """);

        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + "13101,2024-01,40101,3\n");

        // Then
        answer.statusCode(202).body("counts.filled", equalTo(345));
    }

    @Test
    void rowThatDoesNotSayWhatTheProfileExpectsIsRefused() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "expectRows": [{"column": "unit", "in": ["cases"]}],
                 "keepRows": [{"column": "level", "matches": "commune|comuna"}],
                 "components": {"REF_AREA": {"column": "area"}, "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """);

        // When
        ValidatableResponse answer = cases.send("""
                area,level,month,class,unit,cases
                13101,commune,2024-01,40101,cases,3
                13,region,2024-01,40101,cases,99
                13102,comuna,2024-01,40101,thousands,3
                """);

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors.size()", equalTo(1))
                .body("errors[0].code", equalTo("UNEXPECTED_TEXT"))
                .body("errors[0].column", equalTo("unit"))
                .body("errors[0].value", equalTo("thousands"))
                .body("errors[0].row", equalTo(4));
    }

    @Test
    void fileWithoutAHeaderIsGivenNames() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "header": {"names": ["area", "month", "class", "cases"]},
                 "components": {"REF_AREA": {"column": "area", "extract": "([0-9]+) .*"},
                                "TIME_PERIOD": {"column": "month"},
                                "CRIME_CLASS": {"column": "class"}, "OBS_VALUE": {"column": "cases"}}}
                """);

        // When
        ValidatableResponse answer = cases.send("13101 Santiago,2024-01,40101,3\n1101 Iquique,2024-01,40101,4\n");

        // Then
        answer.statusCode(202);
        assertEquals(List.of("01101|2024-01|40101|4|P", "13101|2024-01|40101|3|P"), kept(answer));
    }

    @Test
    void headerOfTwoRowsIsReadAsOneName() {
        // Given
        Cases cases = Cases.define("""
                {"name": "plain", "header": {"rows": 2},
                 "unpivot": {"columns": "Casos (?P<mes>[0-9-]+)"},
                 "components": {"REF_AREA": {"column": "comuna"}, "TIME_PERIOD": {"column": "mes"},
                                "CRIME_CLASS": {"constant": "40101"}, "OBS_VALUE": {"column": "value"}}}
                """);

        // When
        ValidatableResponse answer = cases.send("""
                ,Casos,
                comuna,2024-01,2024-02
                13101,1,2
                """);

        // Then
        answer.statusCode(202);
        assertEquals(List.of("13101|2024-01|40101|1|P", "13101|2024-02|40101|2|P"), kept(answer));
    }

    @Test
    void sdmxCsvIsReadByAProfileThatEveryDataSetHas() {
        // Given
        Cases cases = Cases.define();

        // When
        ValidatableResponse answer = cases.send(
                Cases.csv(Caller.steward()).queryParam("profile", "sdmx-csv"), """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,UNIT_MEASURE,OBS_STATUS
                dataflow,OBS_CL:DF_CRIME(1.0.0),I,M,13127,2024-01,40101,12,CASES,A
                dataflow,OBS_CL:DF_CRIME(1.0.0),I,M,13128: Renca,2024-01,40101: Tráfico,NaN,CASES,O
                """.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(202).body("profile.name", equalTo("sdmx-csv")).body("profile.version", equalTo(1));
        assertEquals(List.of("13127|2024-01|40101|12|P", "13128|2024-01|40101||O"), kept(answer));
    }

    @Test
    void sdmxCsvOfAnotherUnitOrThatDeletesIsRefused() {
        // Given
        Cases cases = Cases.define();

        // When
        ValidatableResponse answer = cases.send(
                Cases.csv(Caller.steward()).queryParam("profile", "sdmx-csv"), """
                STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,UNIT_MEASURE
                dataflow,OBS_CL:DF_CRIME(1.0.0),D,13127,2024-01,40101,12,CASES
                dataflow,OBS_CL:DF_CRIME(1.0.0),I,13128,2024-01,40101,3,R100K
                """.getBytes(StandardCharsets.UTF_8));

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors.code", equalTo(List.of("UNEXPECTED_TEXT", "UNEXPECTED_TEXT")))
                .body("errors.column", equalTo(List.of("ACTION", "UNIT_MEASURE")));
    }

    /** In the order of their texts: that of the file is nobody's business. */
    private static List<String> kept(ValidatableResponse answer) {
        return List.copyOf(new TreeSet<>(Rows.kept(answer.extract().path("id"))));
    }
}
