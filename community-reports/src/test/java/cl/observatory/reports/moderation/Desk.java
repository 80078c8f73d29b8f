package cl.observatory.reports.moderation;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Store;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where staff sit: reports that came, and what is done with them through the door. */
final class Desk {

    static final String REPORTS = "/v1/moderation/reports";

    private Desk() {}

    /** A report with the receipt that its reporter has. */
    record Filed(UUID id, String receipt) {}

    static Filed file() {
        return file(Reporter.report());
    }

    static Filed file(Map<String, Object> report) {
        List<UUID> before = ids();
        String receipt = Reporter.submits(report);
        List<UUID> after = ids();
        return new Filed(
                after.stream().filter(id -> !before.contains(id)).findFirst().orElseThrow(), receipt);
    }

    /** A report that somebody brought into this state, step by step. */
    static Filed fileAs(String state) {
        Filed filed = file();
        for (String step : steps(state)) {
            decide(somebody(), filed.id(), step).statusCode(200);
        }
        return filed;
    }

    private static List<String> steps(String state) {
        String takenUp = "{'to': 'IN_REVIEW'}";
        return switch (state) {
            case "SCREENED" -> List.of();
            case "IN_REVIEW" -> List.of(takenUp);
            case "VALIDATED" -> List.of(takenUp, decision("VALIDATED"));
            case "NEEDS_INFO" -> List.of(takenUp, decision("NEEDS_INFO"));
            case "REJECTED" -> List.of(takenUp, decision("REJECTED"));
            case "MERGED" -> List.of(takenUp, decision("MERGED"));
            case "CLOSED" -> List.of(takenUp, decision("VALIDATED"), decision("CLOSED"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    /** A decision with all that it needs. */
    static String decision(String to) {
        return switch (to) {
            case "VALIDATED" -> "{'to': 'VALIDATED', 'confidence': 'LOW'}";
            case "NEEDS_INFO" -> "{'to': 'NEEDS_INFO', 'message': '¿Desde cuándo ocurre?'}";
            case "REJECTED" -> "{'to': 'REJECTED', 'reason': 'OUT_OF_SCOPE'}";
            case "MERGED" -> "{'to': 'MERGED', 'mergedInto': '" + file().id() + "'}";
            default -> "{'to': '" + to + "'}";
        };
    }

    private static List<UUID> ids() {
        return Store.query("select id from report", row -> row.getObject("id", UUID.class));
    }

    /** A moderator of whom nobody has heard, and who so has opened nothing yet. */
    static String somebody() {
        return "moderator-" + UUID.randomUUID();
    }

    static RequestSpecification as(String name, String... territories) {
        return Caller.moderator(name, "alliance", territories).contentType(ContentType.JSON);
    }

    static ValidatableResponse open(String name, UUID id) {
        return open(as(name), id);
    }

    static ValidatableResponse open(RequestSpecification caller, UUID id) {
        return caller.body("{\"reason\": \"TRIAGE\"}")
                .post(REPORTS + "/{id}/openings", id)
                .then();
    }

    static ValidatableResponse opened(UUID id) {
        return open(somebody(), id).statusCode(201);
    }

    static String version(UUID id) {
        return opened(id).extract().path("report.version");
    }

    static String state(UUID id) {
        return Store.query("select state from report where id = ?", row -> row.getString(1), id)
                .getFirst();
    }

    /**
     * @param decision JSON with single quotation marks
     */
    static ValidatableResponse decide(String name, UUID id, String decision) {
        return decide(name, id, version(id), decision);
    }

    static ValidatableResponse decide(String name, UUID id, String version, String decision) {
        return post(name, id, "transitions", version, decision);
    }

    static ValidatableResponse hold(String name, UUID id, String hold) {
        return post(name, id, "holds", version(id), hold);
    }

    static ValidatableResponse write(String name, UUID id, String message) {
        return post(name, id, "messages", version(id), message);
    }

    static ValidatableResponse post(String name, UUID id, String what, String version, String body) {
        return as(name).header("If-Match", "\"" + version + "\"")
                .body(body.replace('\'', '"'))
                .post(REPORTS + "/{id}/" + what, id)
                .then();
    }

    /** What the audit has of a report. */
    static ValidatableResponse audit(UUID id) {
        return as(somebody())
                .queryParam("subject", "moderation/reports/" + id)
                .get("/v1/moderation/audit")
                .then()
                .statusCode(200);
    }
}
