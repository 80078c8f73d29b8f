package cl.observatory.ingest;

import static cl.observatory.ingest.Definitions.cases;
import static cl.observatory.ingest.Definitions.newId;
import static cl.observatory.ingest.Definitions.profile;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The service answers only whom the gateway identifies, and only what the identity's scopes allow. */
@QuarkusTest
@WithTestResource(Servers.class)
class IdentityTest {

    private static final String AUDIENCE = "observatory-ingest";

    @ParameterizedTest
    @EnumSource
    void unusableTokenIsNoIdentity(Token token) throws Exception {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = define(RestAssured.given().header("Authorization", "Bearer " + token.text()));

        // Then
        isRefused(answer, 401, "UNAUTHENTICATED").header("WWW-Authenticate", "Bearer");
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({"Bearer", "Basic c3Rld2FyZDp4", "steward", "Bearer a b"})
    void otherHeaderIsNoIdentity(String header) {
        isRefused(define(RestAssured.given().header("Authorization", header)), 401, "UNAUTHENTICATED");
    }

    @Test
    void nobodyIsRefusedAtEveryOperation() {
        RequestSpecification[] calls = new RequestSpecification[5];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = RestAssured.given().contentType(ContentType.JSON).body("{}");
        }

        isRefused(calls[0].post("/v1/datasets").then(), 401, "UNAUTHENTICATED");
        isRefused(calls[1].post("/v1/datasets/x/profiles").then(), 401, "UNAUTHENTICATED");
        isRefused(calls[2].put("/v1/indicators/X").then(), 401, "UNAUTHENTICATED");
        isRefused(
                calls[3].post("/v1/imports/00000000-0000-0000-0000-000000000000/approval")
                        .then(),
                401,
                "UNAUTHENTICATED");
        isRefused(
                calls[4].get("/v1/imports/00000000-0000-0000-0000-000000000000").then(), 401, "UNAUTHENTICATED");
        isRefused(
                Cases.csv(RestAssured.given())
                        .body(new byte[] {1})
                        .post("/v1/datasets/x/imports")
                        .then(),
                401,
                "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({"data:read", "data:approve", "partners:admin", "data", "DATA:WRITE"})
    void otherScopeDoesNotWrite(String scope) {
        // Given
        Cases dataset = Cases.define();
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse definition = define(Caller.as("steward", scope));
        ValidatableResponse change = Caller.as("steward", scope)
                .contentType(ContentType.JSON)
                .body(profile("other"))
                .post("/v1/datasets/{id}/profiles", dataset.dataset())
                .then();
        ValidatableResponse file =
                dataset.send(dataset.upload(Caller.as("steward", scope)), Cases.FILE.getBytes(StandardCharsets.UTF_8));

        // Then
        isRefused(definition, 403, "FORBIDDEN");
        isRefused(change, 403, "FORBIDDEN");
        isRefused(file, 403, "FORBIDDEN");
        assertEquals(before, Store.contents());
    }

    @Test
    void readerDoesNotSeeImports() {
        String id = Cases.define().take(Cases.FILE);

        isRefused(Caller.as("reader", "data:read").get("/v1/imports/{id}", id).then(), 403, "FORBIDDEN");
        Caller.approver().get("/v1/imports/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse define(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON)
                .body(cases(newId()))
                .post("/v1/datasets")
                .then();
    }

    private static ValidatableResponse isRefused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("requestId", not(emptyOrNullString()));
    }

    /** Tokens that look like one of the gateway's. */
    enum Token {
        EXPIRED {
            @Override
            String text() {
                long now = Instant.now().getEpochSecond();
                return Caller.sign(
                        Caller.claims(AUDIENCE, "steward", "data:write")
                                .issuedAt(now - 200)
                                .expiresAt(now - 140),
                        Caller.gatewayKey());
            }
        },
        LIVING_TOO_LONG {
            @Override
            String text() {
                long now = Instant.now().getEpochSecond();
                return Caller.sign(
                        Caller.claims(AUDIENCE, "steward", "data:write")
                                .issuedAt(now)
                                .expiresAt(now + 3600),
                        Caller.gatewayKey());
            }
        },
        FOR_ANOTHER_SERVICE {
            @Override
            String text() {
                return Caller.token("observatory-query", "steward", "data:write");
            }
        },
        OF_ANOTHER_ISSUER {
            @Override
            String text() {
                return Caller.sign(
                        Caller.claims(AUDIENCE, "steward", "data:write")
                                .issuer("somebody")
                                .expiresIn(60),
                        Caller.gatewayKey());
            }
        },
        SIGNED_BY_SOMEBODY_ELSE {
            @Override
            String text() throws Exception {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                PrivateKey other = generator.generateKeyPair().getPrivate();
                return Caller.sign(
                        Caller.claims(AUDIENCE, "steward", "data:write").expiresIn(60), other);
            }
        },
        NOT_SIGNED {
            @Override
            String text() {
                String[] parts = Caller.token(AUDIENCE, "steward", "data:write").split("\\.", -1);
                String header = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"typ\":\"JWT\",\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
                return header + "." + parts[1] + ".";
            }
        },
        CHANGED {
            @Override
            String text() {
                String[] mine = Caller.token(AUDIENCE, "steward", "data:read").split("\\.", -1);
                String[] more = Caller.token(AUDIENCE, "steward", "data:write").split("\\.", -1);
                return mine[0] + "." + more[1] + "." + mine[2];
            }
        },
        NONE_AT_ALL {
            @Override
            String text() {
                return "not.a.token";
            }
        };

        abstract String text() throws Exception;
    }
}
