package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trying a file without loading it, and what a sender can say about a file beforehand. */
@QuarkusTest
@WithTestResource(Servers.class)
class ValidationTest {

    private static final String MIXED = Cases.HEADER + """
            13101,2024-01,40101,3
            1999,2024-01,40101,3
            13102,2024-01,40101,1.5
            """;

    private Cases cases;
    private Map<String, Long> before;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        before = Store.contents();
    }

    @Test
    void validationSaysWhatTheImportWouldBeAndChangesNothing() {
        // When
        ValidatableResponse answer = cases.send(validating(), bytes(Cases.FILE));

        // Then
        answer.statusCode(200)
                .body("state", equalTo("VALIDATED"))
                .body("id", nullValue())
                .body("counts.received", equalTo(3))
                .body("counts.accepted", equalTo(3))
                .body("periods.first", equalTo("2024-01"));
        assertEquals(before, Store.contents());
    }

    @Test
    void validationOfABadFileIsASummaryToo() {
        // When
        ValidatableResponse answer = cases.send(validating(), bytes(MIXED));

        // Then
        answer.statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("counts.received", equalTo(3))
                .body("counts.rejected", equalTo(2))
                .body("conflicts.code", equalTo(List.of("UNKNOWN_TERRITORY", "NOT_WHOLE")));
        assertEquals(before, Store.contents());
    }

    @Test
    void rejectedRowsComeBackAsTheyCameAndAreTakenOnceTheyAreCorrected() {
        // Given
        String id = cases.sendRowByRow(MIXED).statusCode(202).extract().path("id");

        // When
        String rejected = Caller.approver()
                .get("/v1/imports/{id}/rejected.csv", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        List<String> lines = rejected.lines().toList();
        assertEquals("area,month,class,cases,_row,_error,_error_es,_error_en", lines.getFirst());
        assertTrue(lines.get(1).startsWith("1999,2024-01,40101,3,3,UNKNOWN_TERRITORY,"), rejected);
        assertTrue(lines.get(2).startsWith("13102,2024-01,40101,1.5,4,NOT_WHOLE,"), rejected);
        String corrected = rejected.replaceFirst("1999", "13103").replaceFirst("1\\.5", "15");
        String again = cases.take(corrected);
        assertEquals(
                List.of("13102|2024-01|40101|15|P", "13103|2024-01|40101|3|P"),
                List.copyOf(new TreeSet<>(Rows.kept(again))));
    }

    @Test
    void rowsThatWouldBeRejectedCanBeHadWithoutLoading() {
        // When
        String rejected = cases.upload()
                .body(bytes(MIXED))
                .post("/v1/datasets/{id}/imports/rejected.csv", cases.dataset())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertEquals(3, rejected.lines().count());
        assertEquals(before, Store.contents());
    }

    @Test
    void rejectedRowsOfAFileInAnotherEncodingKeepItAndTheLineOfTheirHeader() {
        // Given
        Cases latin = Cases.define("""
                {"name": "plain", "encoding": "ISO-8859-1", "delimiter": ";", "header": {"row": 3},
                 "components": {"REF_AREA": {"column": "código"}, "TIME_PERIOD": {"column": "mes"},
                                "CRIME_CLASS": {"constant": "40101"}, "OBS_VALUE": {"column": "casos"}}}
                """);
        byte[] file =
                "Título\n\ncódigo;mes;casos\n13101;2024-01;1\nÑuñoa;2024-01;2\n".getBytes(StandardCharsets.ISO_8859_1);

        // When
        byte[] rejected = latin.upload()
                .body(file)
                .post("/v1/datasets/{id}/imports/rejected.csv", latin.dataset())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        // Then
        String text = new String(rejected, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("\n\ncódigo;mes;casos;_row"), text);
        assertTrue(text.contains("Ñuñoa;2024-01;2;5;UNKNOWN_TERRITORY;"), text);
        latin.send(text.replaceFirst("Ñuñoa", "13120").getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(202)
                .body("counts.accepted", equalTo(1));
    }

    @Test
    void whatWasImportedCanBeExportedAndImportedAgain() {
        // Given
        String id = cases.take(Cases.file(500));

        // When
        String exported = Caller.approver()
                .get("/v1/imports/{id}/observations.csv", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        Cases other = Cases.define();
        String again = other.send(Cases.csv(Caller.steward()).queryParam("profile", "observatory-csv"), bytes(exported))
                .statusCode(202)
                .extract()
                .path("id");
        assertEquals(new TreeSet<>(Rows.kept(id)), new TreeSet<>(Rows.kept(again)));
        assertEquals(
                (String) Cases.get(id).extract().path("checksum"),
                Cases.get(again).extract().path("checksum"));
    }

    @ParameterizedTest
    @CsvSource({"SHA-256, sha-256", "SHA-512, sha-512"})
    void fileOfTheDigestThatIsStatedIsTaken(String algorithm, String name) {
        cases.send(
                        cases.upload().header("Content-Digest", digest(algorithm, name, bytes(Cases.FILE))),
                        bytes(Cases.FILE))
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({"SHA-256, sha-256", "SHA-512, sha-512"})
    void fileOfAnotherDigestIsRefused(String algorithm, String name) {
        // When
        ValidatableResponse answer = cases.send(
                cases.upload().header("Content-Digest", digest(algorithm, name, bytes(Cases.FILE))),
                bytes(Cases.FILE.replace("40101,3", "40101,4")));

        // Then
        isProblem(answer, 400, "DIGEST_DIFFERS");
        assertEquals(before, Store.contents());
    }

    @Test
    void digestIsOfTheBytesAsTheyAreSent() {
        byte[] packed = Packed.gzip(Cases.FILE);

        cases.send(cases.upload().header("Content-Digest", digest("SHA-256", "sha-256", packed)), packed)
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({"sha-256=abc", "sha-256=:AAAA:", "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:"})
    void digestThatCannotBeReadIsRefused(String digest) {
        isProblem(
                        cases.send(cases.upload().header("Content-Digest", digest), bytes(Cases.FILE)),
                        400,
                        "INVALID_REQUEST")
                .body("errors[0].code", equalTo("WRONG_FORM"));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 202", "2, 3, 422", "3, 4, 422", "3, 3.0, 202"})
    void controlTotalsMustAgree(String rows, String sum, int status) {
        // When
        ValidatableResponse answer = cases.send(
                cases.upload().queryParam("controlRows", rows).queryParam("controlSum", sum), bytes(Cases.FILE));

        // Then
        answer.statusCode(status);
        if (status == 422) {
            isProblem(answer, 422, "CONTROL_TOTAL_DIFFERS");
            assertEquals(before, Store.contents());
        }
    }

    private RequestSpecification validating() {
        return cases.upload().queryParam("mode", "validate");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, String name, byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(file);
            return name + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
