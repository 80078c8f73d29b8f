package cl.observatory.ingest;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A data set of monthly cases with a profile named {@value #PROFILE}, and the files that are sent to it. */
public final class Cases {

    public static final String PROFILE = "plain";

    /** What the profile reads, unless a test defines another one. */
    public static final String HEADER = "area,month,class,cases\n";

    public static final String FILE = HEADER + """
            13101,2024-01,40101,3
            1101,2024-01,40101,0
            13101,2024-02,40102,-
            """;

    private static final int COMMUNES = 32;
    private static final int MONTHS = 300;
    private static final List<String> CLASSES = List.of("40101", "40102", "40103", "40104");

    private final String dataset;

    private Cases(String dataset) {
        this.dataset = dataset;
    }

    /** A good file: values 0, 1, 2, … in cells of the province of Santiago. */
    public static String file(int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            int month = row / COMMUNES % MONTHS;
            file.append("131%02d,%d-%02d,%s,%d%n"
                    .formatted(
                            1 + row % COMMUNES,
                            2000 + month / 12,
                            1 + month % 12,
                            CLASSES.get(row / (COMMUNES * MONTHS)),
                            row));
        }
        return file.toString();
    }

    public static Cases define() {
        return define(Definitions.profile(PROFILE));
    }

    public static Cases define(String profile) {
        String id = Definitions.newId();
        post("/v1/datasets", Definitions.cases(id)).statusCode(201);
        post("/v1/datasets/" + id + "/profiles", profile).statusCode(201);
        return new Cases(id);
    }

    public static ValidatableResponse post(String path, String body) {
        return Caller.steward()
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    public String dataset() {
        return dataset;
    }

    /** A request to this data set's imports, complete but for its body. */
    public RequestSpecification upload() {
        return upload(Caller.steward());
    }

    public RequestSpecification upload(RequestSpecification caller) {
        return csv(caller).queryParam("profile", PROFILE);
    }

    /** A request whose body is a file, sent as the bytes it is. */
    public static RequestSpecification csv(RequestSpecification caller) {
        EncoderConfig bytes = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                .encodeContentTypeAs("application/gzip", ContentType.BINARY);
        return caller.config(RestAssured.config().encoderConfig(bytes))
                .contentType("text/csv")
                .header("Accept-Language", "en");
    }

    public ValidatableResponse send(RequestSpecification upload, byte[] file) {
        return upload.body(file)
                .post("/v1/datasets/{id}/imports", Map.of("id", dataset))
                .then();
    }

    public ValidatableResponse send(byte[] file) {
        return send(upload(), file);
    }

    public ValidatableResponse send(String file) {
        return send(file.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file, bad rows left out. */
    public ValidatableResponse sendRowByRow(String file) {
        return send(upload().queryParam("atomic", "row"), file.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a file that is good.
     *
     * @return the id of the import
     */
    public String take(String file) {
        return send(file).statusCode(202).extract().path("id");
    }

    /** Sends a file that is good, to be laid over the current release. */
    public String takeMerge(String file) {
        return sendMerge(file).statusCode(202).extract().path("id");
    }

    public ValidatableResponse sendMerge(String file) {
        return send(upload().queryParam("update", "merge"), file.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a file and publishes it over the current release. */
    public String publishMerge(String file) {
        return approve(takeMerge(file));
    }

    public static String approve(String importId) {
        decide(Caller.approver(), importId, "APPROVE").statusCode(200).body("decision.decision", equalTo("APPROVE"));
        return importId;
    }

    public static ValidatableResponse diff(String importId) {
        return Caller.approver()
                .header("Accept-Language", "en")
                .get("/v1/imports/{id}/diff", importId)
                .then();
    }

    public static ValidatableResponse withdraw(String release, String reason) {
        return Caller.approver()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"reason\": \"" + reason + "\", \"note\": \"February was there twice.\"}")
                .post("/v1/releases/{id}/withdrawal", release)
                .then();
    }

    public static ValidatableResponse get(String importId) {
        return Caller.steward()
                .header("Accept-Language", "en")
                .get("/v1/imports/{id}", importId)
                .then();
    }

    public static ValidatableResponse decide(RequestSpecification caller, String importId, String decision) {
        return caller.contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"decision\": \"" + decision + "\"}")
                .post("/v1/imports/{id}/approval", importId)
                .then();
    }

    /** Takes a file and publishes it. */
    public String publish(String file) {
        return approve(take(file));
    }
}
