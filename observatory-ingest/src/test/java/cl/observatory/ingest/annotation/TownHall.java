package cl.observatory.ingest.annotation;

import static org.hamcrest.Matchers.equalTo;

import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Store;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a town hall says, and what others say to that. */
final class TownHall {

    static final String PUBLISH = "{\"decision\": \"PUBLISH\"}";
    static final String REJECT = "{\"decision\": \"REJECT\", \"note\": \"It names a person.\"}";

    private TownHall() {}

    /** A dispute of the town hall's own. */
    static String annotation(String dataset) {
        return """
                {"dataset": "%s", "territory": "13101", "periodFrom": "2024-01", "periodTo": "2024-03",
                 "wording": %s}
                """.formatted(dataset, wording("La unidad estuvo cerrada."));
    }

    static String wording(String text) {
        return """
                {"kind": "DISPUTE", "text": {"es": "%s", "en": "The unit was closed."},
                 "reference": "https://example.org/works"}
                """.formatted(text);
    }

    static RequestSpecification townHall() {
        return bound("clerk", "town-hall", "13101", "data:write");
    }

    static RequestSpecification moderator() {
        return Caller.as("moderator", "data:approve");
    }

    static RequestSpecification bound(String principal, String organization, String territory, String scope) {
        return Caller.bound(principal, Map.of("org", organization, "territories", List.of(territory)), scope);
    }

    static ValidatableResponse annotate(RequestSpecification caller, String body) {
        return request(caller)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/annotations")
                .then();
    }

    static ValidatableResponse reword(
            RequestSpecification caller, ValidatableResponse taken, String ifMatch, String body) {
        RequestSpecification request = request(caller);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/annotations/{id}", id(taken))
                .then();
    }

    static ValidatableResponse moderate(RequestSpecification caller, ValidatableResponse taken, String body) {
        return request(caller)
                .body(body)
                .post("/v1/annotations/{id}/moderation", id(taken))
                .then();
    }

    static ValidatableResponse withdraw(RequestSpecification caller, ValidatableResponse taken) {
        return request(caller)
                .post("/v1/annotations/{id}/withdrawal", id(taken))
                .then();
    }

    static ValidatableResponse get(RequestSpecification caller, ValidatableResponse taken) {
        return request(caller).get("/v1/annotations/{id}", id(taken)).then();
    }

    static ValidatableResponse pending() {
        return request(moderator()).get("/v1/annotations/pending").then().statusCode(200);
    }

    static String id(ValidatableResponse taken) {
        return taken.extract().path("id");
    }

    static List<AnnotationPublished> told(ValidatableResponse taken) {
        return Store.outbox(id(taken)).stream()
                .map(event -> event.data(AnnotationPublished.class))
                .toList();
    }

    static RequestSpecification request(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).body("code", equalTo(code));
    }
}
