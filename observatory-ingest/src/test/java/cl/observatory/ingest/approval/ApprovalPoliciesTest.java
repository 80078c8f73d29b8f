package cl.observatory.ingest.approval;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides about an import, and how that is said. */
@QuarkusTest
@WithTestResource(Servers.class)
class ApprovalPoliciesTest {

    private static final String ANOTHER_ORGANIZATION = "{\"by\": \"ANOTHER_ORGANIZATION\"}";
    private static final String NAMED =
            "{\"by\": \"NAMED_ORGANIZATION\", \"organizations\": [\"region-13\", \"amuch\"], \"reason\": \"One person\"}";

    private Cases cases;

    @BeforeEach
    void define() {
        cases = Cases.define();
    }

    @Test
    void untilItIsChangedAnotherPersonDecides() {
        get().statusCode(200)
                .header("ETag", "\"0\"")
                .body("by", equalTo("ANOTHER_PERSON"))
                .body("version", equalTo(0))
                .body("organizations", nullValue());
    }

    @Test
    void namedOrganizationDecidesAboutAnOrganizationOfOnePerson() {
        // Given
        change(NAMED, "\"0\"").statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));
        ValidatableResponse taken = send("muni-santiago");
        String id = taken.extract().path("id");

        // When
        ValidatableResponse other = Cases.decide(approver("ministry"), id, "APPROVE");
        ValidatableResponse own = Cases.decide(approver("muni-santiago"), id, "APPROVE");
        ValidatableResponse nobody = Cases.decide(Caller.approver(), id, "APPROVE");
        ValidatableResponse named = Cases.decide(approver("amuch"), id, "APPROVE");

        // Then
        taken.body("approval.by", equalTo("NAMED_ORGANIZATION"))
                .body("approval.organizations", contains("amuch", "region-13"));
        for (ValidatableResponse refused : List.of(other, own, nobody)) {
            refused.statusCode(403)
                    .body("code", equalTo("NAMED_ORGANIZATION_DECIDES"))
                    .body("detail", equalTo("In this data set, whoever decides works for: amuch, region-13."));
        }
        named.statusCode(200)
                .body("state", equalTo("PUBLISHING"))
                .body("decision.organization", equalTo("amuch"))
                .body("approval", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "muni-santiago, muni-santiago, 403",
        "muni-santiago, amuch, 200",
        "muni-santiago, , 200",
        ", amuch, 200",
        ", , 403"
    })
    void anotherOrganizationDecidesAndTheObservatoryIsOne(String sender, String approver, int status) {
        // Given
        change(ANOTHER_ORGANIZATION, "\"0\"").statusCode(200);
        String id = send(sender).extract().path("id");

        // When
        ValidatableResponse decision = Cases.decide(approver(approver), id, "REJECT");

        // Then
        decision.statusCode(status).body("code", status == 200 ? nullValue() : equalTo("OTHER_ORGANIZATION_DECIDES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANOTHER_ORGANIZATION, NAMED, "{\"by\": \"ANOTHER_PERSON\"}"})
    void whoSentItNeverDecidesWhateverThePolicy(String policy) {
        // Given
        change(policy, "\"0\"").statusCode(200);
        String id = send("muni-santiago").extract().path("id");

        // When
        ValidatableResponse decision =
                Cases.decide(Caller.bound("the-sender", Map.of("org", "amuch"), "data:approve"), id, "APPROVE");

        // Then
        decision.statusCode(403).body("code", equalTo("SAME_PRINCIPAL"));
        assertEquals(0, Store.number("select count(*) from release where id = ?", UUID.fromString(id)));
    }

    @Test
    void importShowsWhoMayDecideUntilItIsDecided() {
        // Given
        String id = cases.take(Cases.FILE);

        // When
        change(ANOTHER_ORGANIZATION, "\"0\"").statusCode(200);

        // Then
        Cases.get(id).body("approval.by", equalTo("ANOTHER_ORGANIZATION"));
    }

    @Test
    void changeIsRecordedWithWhatWasBeforeAndWhy() {
        // When
        change(NAMED, "\"0\"").statusCode(200);

        // Then
        Caller.approver()
                .queryParam("subject", "datasets/" + cases.dataset() + "/approval-policy")
                .get("/v1/audit")
                .then()
                .body("items.action", contains("APPROVAL_POLICY_CHANGED"))
                .body("items[0].principal", equalTo("approver"))
                .body("items[0].reason", equalTo("One person"))
                .body("items[0].details.before", equalTo("ANOTHER_PERSON"))
                .body("items[0].details.after", equalTo("NAMED_ORGANIZATION amuch region-13"));
    }

    @Test
    void versionThatStandsHasToBeNamed() {
        // Given
        change(ANOTHER_ORGANIZATION, "\"0\"").statusCode(200);

        // When
        ValidatableResponse stale = change(NAMED, "\"0\"");
        ValidatableResponse without = change(NAMED, null);
        ValidatableResponse same = change(ANOTHER_ORGANIZATION, null);
        ValidatableResponse current = change("{\"by\": \"ANOTHER_PERSON\"}", "\"1\"");

        // Then
        stale.statusCode(412).body("code", equalTo("VERSION_STALE"));
        without.statusCode(428).body("code", equalTo("VERSION_REQUIRED"));
        same.statusCode(200).body("version", equalTo(1));
        current.statusCode(200).body("version", equalTo(2)).body("by", equalTo("ANOTHER_PERSON"));
        get().body("version", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"by\": \"NAMED_ORGANIZATION\"} | ORGANIZATIONS_MISSING",
                "{\"by\": \"NAMED_ORGANIZATION\", \"organizations\": []} | ORGANIZATIONS_MISSING",
                "{\"by\": \"ANOTHER_PERSON\", \"organizations\": [\"amuch\"]} | ORGANIZATIONS_WITHOUT_USE"
            })
    void ruleThatSaysTooLittleOrTooMuchIsRefused(String policy, String fault) {
        change(policy, "\"0\"")
                .statusCode(400)
                .body("code", equalTo("DEFINITION_INVALID"))
                .body("errors[0].pointer", equalTo("/organizations"))
                .body("errors[0].code", equalTo(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"by\": \"NOBODY\"}", "{\"by\": \"NAMED_ORGANIZATION\", \"organizations\": [\"A B\"]}"})
    void malformedPolicyIsRefused(String policy) {
        change(policy, "\"0\"").statusCode(400);

        get().body("version", equalTo(0));
    }

    @Test
    void onlyApproversOfTheWholeDataSetChangeIt() {
        Map<String, Object> elsewhere = Map.of("datasets", List.of("other"));
        Map<String, Object> region = Map.of("territories", List.of("13"));

        put(Caller.steward(), ANOTHER_ORGANIZATION, "\"0\"").statusCode(403).body("code", equalTo("FORBIDDEN"));
        put(Caller.bound("a", elsewhere, "data:approve"), ANOTHER_ORGANIZATION, "\"0\"")
                .statusCode(403)
                .body("code", equalTo("DATASET_NOT_ALLOWED"));
        put(Caller.bound("a", region, "data:approve"), ANOTHER_ORGANIZATION, "\"0\"")
                .statusCode(403)
                .body("code", equalTo("TERRITORY_NOT_ALLOWED"));
        Caller.bound("a", elsewhere, "data:approve")
                .get("/v1/datasets/{id}/approval-policy", cases.dataset())
                .then()
                .statusCode(403);
        get().body("version", equalTo(0));
    }

    private ValidatableResponse get() {
        return Caller.steward()
                .get("/v1/datasets/{id}/approval-policy", cases.dataset())
                .then();
    }

    private ValidatableResponse change(String policy, String ifMatch) {
        return put(Caller.approver(), policy, ifMatch);
    }

    private ValidatableResponse put(RequestSpecification caller, String policy, String ifMatch) {
        RequestSpecification request = ifMatch == null ? caller : caller.header("If-Match", ifMatch);
        return request.contentType(ContentType.JSON)
                .body(policy)
                .put("/v1/datasets/{id}/approval-policy", cases.dataset())
                .then();
    }

    /**
     * @param organization null for none
     */
    private ValidatableResponse send(String organization) {
        RequestSpecification sender = Caller.bound("the-sender", bindings(organization), "data:write");
        return cases.send(cases.upload(sender), Cases.FILE.getBytes(StandardCharsets.UTF_8))
                .statusCode(202);
    }

    private static RequestSpecification approver(String organization) {
        return Caller.bound("an-approver", bindings(organization), "data:approve");
    }

    private static Map<String, Object> bindings(String organization) {
        return organization == null ? Map.of() : Map.of("org", organization);
    }
}
