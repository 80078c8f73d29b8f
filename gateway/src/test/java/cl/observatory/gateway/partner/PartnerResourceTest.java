package cl.observatory.gateway.partner;

import static cl.observatory.gateway.support.PartnerCalls.as;
import static cl.observatory.gateway.support.PartnerCalls.asAdministrator;
import static cl.observatory.gateway.support.PartnerCalls.issue;
import static cl.observatory.gateway.support.PartnerCalls.issued;
import static cl.observatory.gateway.support.PartnerCalls.partner;
import static cl.observatory.gateway.support.PartnerCalls.reader;
import static cl.observatory.gateway.support.PartnerCalls.someId;
import static cl.observatory.gateway.support.PartnerCalls.somePartner;
import static cl.observatory.gateway.support.PartnerCalls.statusOf;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class PartnerResourceTest {

    @Test
    void partnerThatWasCreatedIsFound() {
        String id = someId();

        asAdministrator()
                .body(partner(id))
                .post("/v1/partners")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/partners/" + id))
                .body("id", is(id))
                .body("suspended", is(false));
        asAdministrator()
                .get("/v1/partners/" + id)
                .then()
                .statusCode(200)
                .body("name", is("Some partner"))
                .body("createdAt", notNullValue());
        asAdministrator().get("/v1/partners/" + someId()).then().statusCode(404).body("code", is("UNKNOWN_PARTNER"));
    }

    @Test
    void onlyWhoAdministersPartnersSeesThem() {
        as(Keys.STEWARD).get("/v1/partners").then().statusCode(403).body("code", is("FORBIDDEN"));
        given().get("/v1/partners").then().statusCode(403).body("code", is("FORBIDDEN"));
        as(Keys.STEWARD).body(partner(someId())).post("/v1/partners").then().statusCode(403);
        asAdministrator().get("/v1/partners").then().statusCode(200);
    }

    @Test
    void partnerOfAnotherFormIsRefused() {
        asAdministrator()
                .body(partner("Not an Id"))
                .post("/v1/partners")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/id"));
        asAdministrator().body(partner("anonymous")).post("/v1/partners").then().statusCode(400);
        Map<String, Object> withMore = partner(someId());
        withMore.put("scopes", List.of("data:read"));
        asAdministrator()
                .body(withMore)
                .post("/v1/partners")
                .then()
                .statusCode(400)
                .body("code", is("MALFORMED_BODY"));
    }

    @Test
    void bodyIsNoLargerThanASmallOne() {
        Map<String, Object> large = partner(someId());
        large.put("name", "x".repeat(2_000));

        asAdministrator()
                .body(large)
                .post("/v1/partners")
                .then()
                .statusCode(413)
                .body("code", is("BODY_TOO_LARGE"))
                .body("requestId", notNullValue());
    }

    @Test
    void sameRequestTwiceCreatesOnce() {
        String id = someId();
        for (int i = 0; i < 2; i++) {
            asAdministrator()
                    .header("Idempotency-Key", "create-" + id)
                    .body(partner(id))
                    .post("/v1/partners")
                    .then()
                    .statusCode(201)
                    .body("id", is(id));
        }
        asAdministrator()
                .header("Idempotency-Key", "create-" + id)
                .body(partner(someId()))
                .post("/v1/partners")
                .then()
                .statusCode(409)
                .body("code", is("IDEMPOTENCY_KEY_USED"));
        asAdministrator()
                .body(partner(id))
                .post("/v1/partners")
                .then()
                .statusCode(409)
                .body("code", is("PARTNER_EXISTS"));
    }

    @Test
    void listIsWholeWhenReadInParts() {
        // Given
        TreeSet<String> created = new TreeSet<>(List.of(somePartner(), somePartner(), somePartner()));

        // When
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = asAdministrator()
                    .get("/v1/partners?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            String next = page.getString("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        // Then
        assertEquals(new ArrayList<>(new TreeSet<>(read)), read);
        assertTrue(read.containsAll(created), read.toString());
        asAdministrator().get("/v1/partners?cursor=nonsense").then().statusCode(400);
        asAdministrator().get("/v1/partners?limit=1001").then().statusCode(400);
    }

    @Test
    void suspensionStopsAllKeysUntilItIsLifted() {
        // Given
        String partner = somePartner();
        String one = issued(partner, reader());
        String two = issued(partner, reader());
        assertEquals(200, statusOf(one));
        assertEquals(200, statusOf(two));

        // When
        asAdministrator()
                .body(Map.of("reason", "Key seen on a public page"))
                .post("/v1/partners/" + partner + "/suspension")
                .then()
                .statusCode(200)
                .body("suspended", is(true))
                .body("suspensionReason", is("Key seen on a public page"));

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(one) == 401 && statusOf(two) == 401);
        issue(partner, reader()).then().statusCode(409).body("code", is("PARTNER_IS_SUSPENDED"));
        asAdministrator()
                .delete("/v1/partners/" + partner + "/suspension")
                .then()
                .statusCode(200)
                .body("suspended", is(false))
                .body("suspendedAt", nullValue());
        await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(one) == 200 && statusOf(two) == 200);
    }
}
