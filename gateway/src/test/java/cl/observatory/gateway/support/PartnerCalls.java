package cl.observatory.gateway.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls about partners and keys, as an administrator makes them. */
public final class PartnerCalls {

    private PartnerCalls() {}

    public static RequestSpecification asAdministrator() {
        return as(Keys.ADMINISTRATOR);
    }

    public static RequestSpecification as(String key) {
        return given().header("X-API-Key", key).header("Accept-Language", "en").contentType("application/json");
    }

    public static Map<String, Object> partner(String id) {
        return new HashMap<>(Map.of("id", id, "name", "Some partner", "contact", "office@partner.example"));
    }

    public static String someId() {
        return "p-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A partner who is there, by its id. */
    public static String somePartner() {
        String id = someId();
        asAdministrator().body(partner(id)).post("/v1/partners").then().statusCode(201);
        return id;
    }

    /** A key that reads, for 30 days. */
    public static Map<String, Object> reader() {
        return key("data:read");
    }

    public static Map<String, Object> key(String... scopes) {
        return new HashMap<>(
                Map.of("label", "some key", "scopes", List.of(scopes), "expiresAt", in(Duration.ofDays(30))));
    }

    public static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    public static Response issue(String partner, Map<String, Object> key) {
        return asAdministrator().body(key).post("/v1/partners/" + partner + "/keys");
    }

    /** The whole key. */
    public static String issued(String partner, Map<String, Object> key) {
        return issue(partner, key).then().statusCode(201).extract().path("key");
    }

    public static String idOf(String key) {
        return key.split("_", -1)[2];
    }

    public static Response rotate(String partner, String key, Duration overlap) {
        return asAdministrator()
                .body(Map.of("overlap", overlap.toString(), "expiresAt", in(Duration.ofDays(60))))
                .post("/v1/partners/" + partner + "/keys/" + idOf(key) + "/rotation");
    }

    public static Response revoke(String partner, String key, boolean successors) {
        return asAdministrator()
                .body(Map.of("reason", "lost", "successors", successors))
                .post("/v1/partners/" + partner + "/keys/" + idOf(key) + "/revocation");
    }

    /** 200 while the key is good, else 401. */
    public static int statusOf(String key) {
        return as(key).get("/v1/me").statusCode();
    }
}
