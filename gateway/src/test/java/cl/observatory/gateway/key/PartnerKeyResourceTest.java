package cl.observatory.gateway.key;

import static cl.observatory.gateway.support.PartnerCalls.as;
import static cl.observatory.gateway.support.PartnerCalls.asAdministrator;
import static cl.observatory.gateway.support.PartnerCalls.idOf;
import static cl.observatory.gateway.support.PartnerCalls.in;
import static cl.observatory.gateway.support.PartnerCalls.issue;
import static cl.observatory.gateway.support.PartnerCalls.issued;
import static cl.observatory.gateway.support.PartnerCalls.key;
import static cl.observatory.gateway.support.PartnerCalls.reader;
import static cl.observatory.gateway.support.PartnerCalls.revoke;
import static cl.observatory.gateway.support.PartnerCalls.someId;
import static cl.observatory.gateway.support.PartnerCalls.somePartner;
import static cl.observatory.gateway.support.PartnerCalls.statusOf;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class PartnerKeyResourceTest {

    private String partner;

    @BeforeEach
    void admit() {
        partner = somePartner();
    }

    @Test
    void keyIsShownOnceAndGoodAtOnce() {
        Response answer = issue(partner, reader());

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key", matchesPattern("obs_test_[0-9a-z]{8}_[0-9a-z]{38}"))
                .body("details.partner", is(partner))
                .body("details.lastUsedOn", nullValue());
        String key = answer.path("key");
        as(key).get("/v1/me")
                .then()
                .statusCode(200)
                .body("principal", is(partner))
                .body("partner", is(partner))
                .body("keyId", is(idOf(key)))
                .body("expiresAt", is((String) answer.path("details.expiresAt")));
        String listed = asAdministrator()
                .get("/v1/partners/" + partner + "/keys")
                .then()
                .statusCode(200)
                .body("items.id", contains(idOf(key)))
                .extract()
                .asString();
        String secret = key.split("_", -1)[3];
        assertFalse(listed.contains(secret.substring(0, 16)), listed);
        asAdministrator()
                .get("/v1/partners/" + somePartner() + "/keys/" + idOf(key))
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_KEY"));
    }

    @Test
    void sameRequestTwiceShowsNoSecretTwice() {
        // Given
        Map<String, Object> asked = reader();
        String token = someId();
        String path = "/v1/partners/" + partner + "/keys";
        asAdministrator()
                .header("Idempotency-Key", token)
                .body(asked)
                .post(path)
                .then()
                .statusCode(201);

        // When
        Response again =
                asAdministrator().header("Idempotency-Key", token).body(asked).post(path);

        // Then
        again.then().statusCode(409).body("code", is("KEY_ALREADY_SHOWN"));
        assertFalse(again.asString().contains("obs_"), again.asString());
        asAdministrator().get(path).then().body("items.size()", is(1));
        asAdministrator()
                .header("Idempotency-Key", token)
                .body(key("data:write"))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", is("IDEMPOTENCY_KEY_USED"));
    }

    @Test
    void keyLastsAYearAtMost() {
        Map<String, Object> asked = reader();
        asked.put("expiresAt", in(Duration.ofDays(365).minusMinutes(1)));
        issue(partner, asked).then().statusCode(201);

        asked.put("expiresAt", in(Duration.ofDays(365).plusMinutes(1)));
        issue(partner, asked)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/expiresAt"))
                .body("errors[0].code", is("EXPIRY_OUT_OF_RANGE"));
        asked.put("expiresAt", in(Duration.ofMinutes(-1)));
        issue(partner, asked).then().statusCode(400);
        asked.remove("expiresAt");
        issue(partner, asked).then().statusCode(400).body("errors.pointer", hasItem("/expiresAt"));
    }

    @Test
    void nobodyGivesScopesThatAreNotTheirOwn() {
        issue(partner, key("data:read", "data:write")).then().statusCode(201);

        issue(partner, key("data:approve")).then().statusCode(403).body("code", is("RIGHTS_NOT_HELD"));
        issue(partner, key("reports:moderate")).then().statusCode(400).body("errors[0].pointer", is("/scopes/0"));
        issue(partner, key("data:everything")).then().statusCode(400);
        issue(partner, key()).then().statusCode(400);
    }

    @Test
    void nobodyFreesWhatTheyAreBoundTo() {
        // Given
        Map<String, Object> regional = key("partners:admin", "data:write");
        regional.put("bindings", Map.of("territories", List.of("13"), "datasets", List.of("local-cases")));
        String administrator = issued(partner, regional);

        // When
        Map<String, Object> communal = key("data:write");
        communal.put("bindings", Map.of("territories", List.of("13101"), "datasets", List.of("local-cases")));
        Response within = as(administrator).body(communal).post("/v1/partners/" + partner + "/keys");
        Response free = as(administrator).body(key("data:write")).post("/v1/partners/" + partner + "/keys");
        communal.put("bindings", Map.of("territories", List.of("05101"), "datasets", List.of("local-cases")));
        Response elsewhere = as(administrator).body(communal).post("/v1/partners/" + partner + "/keys");

        // Then
        within.then().statusCode(201).body("details.bindings.territories", contains("13101"));
        free.then().statusCode(403).body("code", is("RIGHTS_NOT_HELD"));
        elsewhere.then().statusCode(403).body("code", is("RIGHTS_NOT_HELD"));
    }

    @Test
    void relayIsBoundToTerritories() {
        Map<String, Object> relay = key("reports:relay");
        issue(partner, relay)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/bindings/territories"))
                .body("errors[0].code", is("RELAY_UNBOUND"));

        relay.put("bindings", Map.of("territories", List.of("13101")));
        issue(partner, relay).then().statusCode(201);
        relay.put("bindings", Map.of("territories", List.of("nowhere")));
        issue(partner, relay).then().statusCode(400).body("errors.code", hasItem("BINDINGS_UNUSABLE"));
    }

    @Test
    void administratorDoesNotOutliveTheKeyThatMadeIt() {
        // Given
        Map<String, Object> short30 = key("partners:admin", "data:read");
        String administrator = issued(partner, short30);
        String path = "/v1/partners/" + partner + "/keys";

        // When
        Map<String, Object> longer = key("partners:admin");
        longer.put("expiresAt", in(Duration.ofDays(31)));
        Response beyond = as(administrator).body(longer).post(path);
        Response renewal = as(administrator)
                .body(Map.of("overlap", "P1D", "expiresAt", in(Duration.ofDays(31))))
                .post(path + "/" + idOf(administrator) + "/rotation");
        longer.put("expiresAt", in(Duration.ofDays(29)));
        Response within = as(administrator).body(longer).post(path);
        Map<String, Object> reader = reader();
        reader.put("expiresAt", in(Duration.ofDays(300)));
        Response other = as(administrator).body(reader).post(path);

        // Then
        beyond.then().statusCode(403).body("code", is("ADMINISTRATOR_KEY_TOO_LONG"));
        renewal.then().statusCode(403).body("code", is("ADMINISTRATOR_KEY_TOO_LONG"));
        within.then().statusCode(201);
        other.then().statusCode(201);
    }

    @Test
    void administratorWhoWasRevokedGivesNothingThoughStillRemembered() {
        String administrator = issued(partner, key("partners:admin", "data:read"));
        as(administrator).get("/v1/partners/" + partner).then().statusCode(200);
        revoke(partner, administrator, false).then().statusCode(200);

        int status = as(administrator)
                .body(reader())
                .post("/v1/partners/" + partner + "/keys")
                .statusCode();

        assertTrue(status == 403 || status == 401, "status " + status);
    }

    @Test
    void keyOfANetworkIsGoodThereOnly() {
        Map<String, Object> asked = reader();
        asked.put("networks", List.of("192.0.2.0/24", "2001:db8::/48"));
        String key = issued(partner, asked);

        assertEquals(200, statusFrom(key, "192.0.2.77"));
        assertEquals(200, statusFrom(key, "2001:db8:0:1::5"));
        assertEquals(401, statusFrom(key, "192.0.3.1"));
        assertEquals(401, statusFrom(key, "2001:db8:1::5"));
        assertEquals(401, statusOf(key));
        // What the caller wrote in front of what the proxy wrote.
        assertEquals(401, statusFrom(key, "192.0.2.77, 198.51.100.1"));
        assertEquals(200, statusFrom(key, "198.51.100.1, 192.0.2.77, 127.0.0.9"));
        assertEquals(401, statusFrom(key, "192.0.2.77, nonsense"));
        asked.put("networks", List.of("192.0.2.1/24"));
        issue(partner, asked).then().statusCode(400).body("errors[0].code", is("NOT_A_NETWORK"));
        asked.put("networks", List.of("192.0.2.*", "example.org"));
        issue(partner, asked).then().statusCode(400).body("errors.pointer", contains("/networks/0", "/networks/1"));
    }

    private static int statusFrom(String key, String forwardedFor) {
        return as(key).header("X-Forwarded-For", forwardedFor).get("/v1/me").statusCode();
    }

    @Test
    void lastUseIsKnownByTheDay() {
        String used = issued(partner, reader());
        String unused = issued(partner, reader());

        as(used).get("/v1/me").then().statusCode(200);

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        await().until(() -> today.equals(lastUse(used)));
        assertEquals(null, lastUse(unused));
    }

    private String lastUse(String key) {
        return asAdministrator()
                .get("/v1/partners/" + partner + "/keys/" + idOf(key))
                .path("lastUsedOn");
    }

    @Test
    void onlyWhoAdministersPartnersGivesKeys() {
        as(Keys.STEWARD)
                .body(reader())
                .post("/v1/partners/" + partner + "/keys")
                .then()
                .statusCode(403);
        issue(someId(), reader()).then().statusCode(404).body("code", is("UNKNOWN_PARTNER"));
        asAdministrator()
                .get("/v1/partners/" + partner + "/keys?limit=1&cursor=" + "cGFydG5lcnMgYWJj")
                .then()
                .statusCode(400)
                .body("code", not("INTERNAL_ERROR"));
    }
}
