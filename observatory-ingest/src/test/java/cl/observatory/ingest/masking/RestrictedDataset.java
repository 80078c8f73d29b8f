package cl.observatory.ingest.masking;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Rows;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A restricted data set of monthly cases by commune, served by region and class, and by region and year. */
final class RestrictedDataset {

    /** Below this many cases a cell is hidden: large, so that a hidden number is told from every other. */
    static final int MINIMUM = 50_000;

    private final String id;

    private RestrictedDataset(String id) {
        this.id = id;
    }

    static String definition(String id, String plan) {
        return Definitions.cases(id)
                .replaceFirst("\\}\\s*$", ", \"disclosure\": \"RESTRICTED\", \"plan\": " + plan + "}");
    }

    static String plan(String... tables) {
        return "{\"minimum\": %d, \"tables\": [%s]}".formatted(MINIMUM, String.join(", ", tables));
    }

    /**
     * @param rest its other members, each with a comma in front
     */
    static String table(String id, String dimensions, String rest) {
        return """
                {"id": "%s", "title": {"es": "Tabla", "en": "Table"}, "dimensions": [%s]%s}
                """.formatted(id, dimensions, rest);
    }

    static final String BY_CLASS = table(
            "by-class", "\"REF_AREA\", \"TIME_PERIOD\", \"CRIME_CLASS\"", ", \"level\": \"region\", \"totals\": true");

    static final String BY_YEAR =
            table("by-year", "\"REF_AREA\", \"TIME_PERIOD\"", ", \"level\": \"region\", \"frequency\": \"A\"");

    static final String OF_COUNTRY = table("of-country", "\"TIME_PERIOD\", \"CRIME_CLASS\"", ", \"totals\": true");

    static RestrictedDataset define() {
        String id = Definitions.newId();
        Cases.post("/v1/datasets", definition(id, plan(BY_CLASS, BY_YEAR, OF_COUNTRY)))
                .statusCode(201);
        Cases.post("/v1/datasets/" + id + "/profiles", Definitions.profile(Cases.PROFILE))
                .statusCode(201);
        return new RestrictedDataset(id);
    }

    String id() {
        return id;
    }

    String table(String table) {
        return id + "-" + table;
    }

    ValidatableResponse send(String rows) {
        return Cases.csv(Caller.steward())
                .queryParam("profile", Cases.PROFILE)
                .body((Cases.HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/imports", Map.of("id", id))
                .then();
    }

    String take(String rows) {
        return send(rows).statusCode(202).extract().path("id");
    }

    String publish(String rows) {
        String imported = take(rows);
        Cases.decide(Caller.approver(), imported, "APPROVE").statusCode(200);
        return imported;
    }

    /** The rows of a table as an import fills it. */
    List<String> rows(String importId, String table) {
        return Rows.kept(release(importId, table));
    }

    /** The release that a table of an import is. */
    String release(String importId, String table) {
        return Cases.get(importId)
                .extract()
                .jsonPath()
                .param("table", table(table))
                .getString("tables.find { it.dataset == table }.publication.release");
    }
}
