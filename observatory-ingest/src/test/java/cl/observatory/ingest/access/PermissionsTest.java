package cl.observatory.ingest.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bindings of a key allow and what they do not. */
@QuarkusTest
@WithTestResource(Servers.class)
class PermissionsTest {

    private static final byte[] FILE = Cases.FILE.getBytes(StandardCharsets.UTF_8);
    private static final String ABSENT = "cases-that-nobody-defined";

    @Test
    void callerBoundToADataSetWorksInIt() {
        // Given
        String id = Definitions.newId();
        Map<String, Object> bound = Map.of("datasets", List.of(id), "org", "ngo");

        // When
        ValidatableResponse definition = define(steward(bound), id);
        ValidatableResponse profile = profile(steward(bound), id);
        ValidatableResponse file = send(steward(bound), id);
        ValidatableResponse decision =
                Cases.decide(approver(bound), file.extract().path("id"), "APPROVE");

        // Then
        definition.statusCode(201);
        profile.statusCode(201);
        file.statusCode(202).body("organization", equalTo("ngo"));
        decision.statusCode(200).body("decision.decision", equalTo("APPROVE"));
    }

    @Test
    void everyOtherDataSetIsRefusedWithWhatIsAllowedWhetherItExistsOrNot() {
        // Given
        Cases other = Cases.define();
        Map<String, Object> bound = Map.of("datasets", List.of("zz-own", "aa-own"));
        Map<String, Long> before = Store.contents();

        for (String id : List.of(other.dataset(), ABSENT)) {
            // When
            List<ValidatableResponse> answers = List.of(
                    define(steward(bound), id),
                    profile(steward(bound), id),
                    send(steward(bound), id),
                    send(steward(bound).queryParam("atomic", "row"), id),
                    indicator(steward(bound), "PERMISSION_NEW", id));

            // Then
            answers.forEach(answer -> answer.statusCode(403)
                    .body("code", equalTo("DATASET_NOT_ALLOWED"))
                    .body("detail", equalTo("It may work in: aa-own, zz-own.")));
        }
        assertEquals(before, Store.contents());
    }

    @Test
    void importOfAnotherDataSetIsAsUnknownAsNone() {
        // Given
        String id = Cases.define().take(Cases.FILE);
        String none = "00000000-0000-4000-8000-000000000000";
        Map<String, Object> bound = Map.of("datasets", List.of("own"));

        // When
        String foreign = unknown(id, steward(bound), approver(bound));
        String absent = unknown(none, steward(bound), approver(bound));

        // Then
        assertEquals(absent.replace(none, "…"), foreign.replace(id, "…"));
        Cases.get(id).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void stewardSeesImportsOfHisOwnOrganizationAndApproversSeeAll() {
        // Given
        Cases cases = Cases.define();
        String id = send(steward(Map.of("org", "muni-a")), cases.dataset())
                .statusCode(202)
                .extract()
                .path("id");

        // When
        ValidatableResponse own =
                steward(Map.of("org", "muni-a")).get("/v1/imports/{id}", id).then();
        ValidatableResponse other =
                steward(Map.of("org", "muni-b")).get("/v1/imports/{id}", id).then();
        ValidatableResponse approver =
                approver(Map.of("org", "muni-b")).get("/v1/imports/{id}", id).then();
        ValidatableResponse unbound = Cases.get(id);

        // Then
        own.statusCode(200).body("organization", equalTo("muni-a"));
        other.statusCode(404).body("code", equalTo("UNKNOWN_IMPORT"));
        approver.statusCode(200);
        unbound.statusCode(200);
    }

    @Test
    void approverOfSomeTerritoriesDecidesOnlyWhatConcernsNoOthers() {
        // Given
        Cases cases = Cases.define();
        String ofCountry = cases.take(Cases.FILE);
        String ofCommune = cases.send(
                        cases.upload(steward(Map.of("territories", List.of("13101")))),
                        (Cases.HEADER + "13101,2024-01,40101,3\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");
        Map<String, Object> region = Map.of("territories", List.of("13"));
        Map<String, Object> otherRegion = Map.of("territories", List.of("05"));

        // When
        ValidatableResponse whole = Cases.decide(approver(region), ofCountry, "APPROVE");
        ValidatableResponse elsewhere = Cases.decide(approver(otherRegion), ofCommune, "APPROVE");
        ValidatableResponse own = Cases.decide(approver(region), ofCommune, "APPROVE");

        // Then
        whole.statusCode(403)
                .body("code", equalTo("TERRITORY_NOT_ALLOWED"))
                .body("detail", equalTo("It may speak for: 13."));
        elsewhere.statusCode(403).body("code", equalTo("TERRITORY_NOT_ALLOWED"));
        own.statusCode(200).body("decision.decision", equalTo("APPROVE"));
    }

    @Test
    void callerOfSomeTerritoriesSendsOnlyTheirFigures() {
        // Given
        Cases cases = Cases.define();
        Map<String, Object> bound = Map.of("territories", List.of("131", "05101"));
        byte[] file = (Cases.HEADER + """
                13101,2024-01,40101,3
                13201,2024-01,40101,4
                5101,2024-01,40101,5
                05102,2024-01,40101,6
                """).getBytes(StandardCharsets.UTF_8);

        // When
        ValidatableResponse all = cases.send(cases.upload(steward(bound)), file);
        ValidatableResponse byRow = cases.send(cases.upload(steward(bound)).queryParam("atomic", "row"), file);

        // Then
        all.statusCode(422)
                .body("code", equalTo("FILE_REFUSED"))
                .body("errors.code", contains("OUTSIDE_OWN_TERRITORY", "OUTSIDE_OWN_TERRITORY"))
                .body("errors.row", contains(3, 5))
                .body("errors[0].message", equalTo("Figures of \"13201\" cannot be sent with this identity."));
        byRow.statusCode(202).body("counts.accepted", equalTo(2)).body("counts.rejected", equalTo(2));
        assertEquals(
                List.of("13101|2024-01|40101|3|P", "05101|2024-01|40101|5|P"),
                Rows.kept(byRow.extract().path("id")));
    }

    @Test
    void releaseOfSomeTerritoriesErasesNoOthers() {
        // Given
        Cases cases = Cases.define();
        byte[] file = (Cases.HEADER + "13101,2024-01,40101,3\n").getBytes(StandardCharsets.UTF_8);
        String waiting = sendFor(cases, "13101", file).statusCode(202).extract().path("id");
        cases.publish(Cases.FILE);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse sent =
                sendFor(cases, "13101", (Cases.HEADER + "13101,2024-02,40101,4\n").getBytes(StandardCharsets.UTF_8));
        ValidatableResponse approved = Cases.decide(Caller.approver(), waiting, "APPROVE");

        // Then
        for (ValidatableResponse refused : List.of(sent, approved)) {
            refused.statusCode(409)
                    .body("code", equalTo("OTHER_TERRITORIES_ERASED"))
                    .body("detail", endsWith("The sender speaks for: 13101."));
        }
        assertEquals(before, Store.contents());
        Cases.get(waiting).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void releaseOfSomeTerritoriesMayReplaceOneOfTheSame() {
        // Given
        Cases cases = Cases.define();
        byte[] first = (Cases.HEADER + "13101,2024-01,40101,3\n").getBytes(StandardCharsets.UTF_8);
        byte[] second = (Cases.HEADER + "13101,2024-01,40101,4\n").getBytes(StandardCharsets.UTF_8);
        byte[] third = (Cases.HEADER + "13102,2024-01,40101,5\n").getBytes(StandardCharsets.UTF_8);
        publish(sendFor(cases, "13101", first));

        // When
        publish(sendFor(cases, "13101", second));
        publish(sendFor(cases, "131", third));
        ValidatableResponse narrower = sendFor(cases, "13101", first);

        // Then
        narrower.statusCode(409).body("code", equalTo("OTHER_TERRITORIES_ERASED"));
    }

    @Test
    void zerosAreFilledInForTheCallersOwnTerritoriesAlone() {
        // Given
        Cases cases = Cases.define(Definitions.profile(Cases.PROFILE)
                .replace("\"components\"", "\"zeroFill\": \"ALL_TERRITORIES\", \"components\""));
        byte[] file = (Cases.HEADER + "13201,2024-01,40101,3\n").getBytes(StandardCharsets.UTF_8);

        // When
        ValidatableResponse taken = cases.send(cases.upload(steward(Map.of("territories", List.of("132")))), file);

        // Then
        assertEquals(
                List.of("13201|2024-01|40101|3|P", "13202|2024-01|40101|0|P", "13203|2024-01|40101|0|P"),
                Rows.kept(taken.statusCode(202).extract().path("id")));
    }

    @Test
    void sameFileOfAnotherOrganizationIsAnotherImport() {
        // Given
        Cases cases = Cases.define();
        String first = cases.send(cases.upload(steward(Map.of("org", "muni-a"))), FILE)
                .statusCode(202)
                .extract()
                .path("id");

        // When
        ValidatableResponse same = cases.send(cases.upload(steward(Map.of("org", "muni-a"))), FILE);
        ValidatableResponse other = cases.send(cases.upload(steward(Map.of("org", "muni-b"))), FILE);

        // Then
        same.statusCode(202).body("id", equalTo(first));
        other.statusCode(202).body("id", not(equalTo(first))).body("organization", equalTo("muni-b"));
    }

    @Test
    void callerOfSomeTerritoriesDefinesNothingForTheWholeCountry() {
        // Given
        Cases cases = Cases.define();
        Map<String, Object> bound = Map.of("territories", List.of("13101"));
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse dataset = define(steward(bound), Definitions.newId());
        ValidatableResponse indicator = indicator(steward(bound), "PERMISSION_LOCAL", cases.dataset());

        // Then
        dataset.statusCode(403).body("code", equalTo("TERRITORY_NOT_ALLOWED"));
        indicator.statusCode(403).body("code", equalTo("TERRITORY_NOT_ALLOWED"));
        assertEquals(before, Store.contents());
    }

    @Test
    void indicatorOfAnotherDataSetIsNotTakenOver() {
        // Given
        Cases own = Cases.define();
        Cases other = Cases.define();
        indicator(Caller.steward(), "PERMISSION_TAKEN", other.dataset()).statusCode(200);
        Map<String, Object> bound = Map.of("datasets", List.of(own.dataset()));

        // When
        ValidatableResponse answer =
                indicator(steward(bound).header("If-Match", "\"1\""), "PERMISSION_TAKEN", own.dataset());

        // Then
        answer.statusCode(403).body("code", equalTo("DATASET_NOT_ALLOWED"));
    }

    /** Taken for absent, a claim that is not understood would set its caller free. */
    @ParameterizedTest
    @MethodSource("malformed")
    void malformedBindingIsNoIdentity(Map<String, Object> claims) {
        // Given
        Cases cases = Cases.define();
        Map<String, Long> before = Store.contents();

        // When
        List<ValidatableResponse> answers = List.of(
                define(steward(claims), Definitions.newId()),
                profile(steward(claims), cases.dataset()),
                send(steward(claims), cases.dataset()));

        // Then
        answers.forEach(answer ->
                answer.statusCode(401).header("WWW-Authenticate", "Bearer").body("code", equalTo("UNAUTHENTICATED")));
        assertEquals(before, Store.contents());
    }

    /** Bindings that the gateway never writes. */
    static List<Map<String, Object>> malformed() {
        return List.of(
                Map.of("org", 7),
                Map.of("org", List.of("ngo")),
                Map.of("org", ""),
                Map.of("org", "the ngo"),
                Map.of("org", "a".repeat(61)),
                Map.of("territories", "13101"),
                Map.of("territories", List.of()),
                Map.of("territories", List.of(13101)),
                Map.of("territories", List.of("1101")),
                Map.of("territories", List.of(List.of("13101"))),
                Map.of("territories", Map.of("13101", true)),
                Map.of("datasets", "cases"),
                Map.of("datasets", List.of()),
                Map.of("datasets", true),
                Map.of("datasets", List.of("*")));
    }

    private static RequestSpecification steward(Map<String, Object> bindings) {
        return Caller.bound("bound-steward", bindings, "data:read", "data:write")
                .header("Accept-Language", "en");
    }

    private static ValidatableResponse sendFor(Cases cases, String territory, byte[] file) {
        return cases.send(cases.upload(steward(Map.of("territories", List.of(territory)))), file);
    }

    private static void publish(ValidatableResponse taken) {
        Cases.decide(Caller.approver(), taken.statusCode(202).extract().path("id"), "APPROVE")
                .statusCode(200);
    }

    private static RequestSpecification approver(Map<String, Object> bindings) {
        return Caller.bound("bound-approver", bindings, "data:read", "data:approve");
    }

    private static ValidatableResponse define(RequestSpecification caller, String id) {
        return json(caller, Definitions.cases(id)).post("/v1/datasets").then();
    }

    private static ValidatableResponse profile(RequestSpecification caller, String id) {
        return json(caller, Definitions.profile(Cases.PROFILE))
                .post("/v1/datasets/{id}/profiles", id)
                .then();
    }

    private static ValidatableResponse send(RequestSpecification caller, String id) {
        return Cases.csv(caller)
                .queryParam("profile", Cases.PROFILE)
                .body(FILE)
                .post("/v1/datasets/{id}/imports", id)
                .then();
    }

    private static ValidatableResponse indicator(RequestSpecification caller, String code, String dataset) {
        return json(caller, """
                        {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Casos", "en": "Cases"}, "type": "COUNT", "unit": "CASES",
                         "direction": "HIGHER_IS_WORSE",
                         "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["40101"]}}}
                        """.formatted(dataset))
                .put("/v1/indicators/{code}", code)
                .then();
    }

    private static RequestSpecification json(RequestSpecification caller, String body) {
        return caller.contentType(ContentType.JSON).body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String unknown(String id, RequestSpecification reader, RequestSpecification approver) {
        reader.header("Accept-Language", "en")
                .get("/v1/imports/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT"));
        return Cases.decide(approver, id, "APPROVE")
                .statusCode(404)
                .extract()
                .asString()
                .replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
