package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Issuer;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who moderates is who the staff's own issuer says, and nobody else. */
@QuarkusTest
@WithTestResource(Servers.class)
class StaffTokenTest {

    private static final String SCOPE = "reports:moderate";
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private UUID report;

    @BeforeEach
    void file() {
        report = Desk.file().id();
    }

    @Test
    void tokenOfStaffIsBelieved() {
        open(bearer(Issuer.STAFF.sign(Issuer.STAFF.claims("m", SCOPE).expiresIn(MINUTE))))
                .statusCode(201);
    }

    /** The gateway belongs to the public side: what it says of a caller opens no report, even if it is taken over. */
    @Test
    void scopeThatTheGatewaysIssuerGivesIsNotSeen() {
        isForbidden(Caller.with(Issuer.GATEWAY, Issuer.GATEWAY.claims("m", SCOPE)));
        isForbidden(Caller.with(Issuer.GATEWAY, Issuer.GATEWAY.claims("m", SCOPE, "reports:relay")));
    }

    @Test
    void staffWithoutTheScopeMayNothing() {
        isForbidden(Caller.with(Issuer.STAFF, Issuer.STAFF.claims("m")));
        isForbidden(Caller.with(Issuer.STAFF, Issuer.STAFF.claims("m", "reports:moderat", "data:approve")));
    }

    @Test
    void unknownIssuerIsNobody() throws GeneralSecurityException {
        JwtClaimsBuilder claims = Jwt.issuer("https://other.example")
                .audience("community-reports")
                .subject("m")
                .groups(Set.of(SCOPE));

        isUnauthenticated(bearer(Issuer.STAFF.sign(claims.expiresIn(MINUTE))));
        isUnauthenticated(bearer(sign(claims, foreignKey())));
    }

    @Test
    void nameOfStaffsIssuerWithTheKeyOfAnotherIsNobody() throws GeneralSecurityException {
        isUnauthenticated(bearer(sign(Issuer.STAFF.claims("m", SCOPE).expiresIn(MINUTE), foreignKey())));
        isUnauthenticated(
                bearer(Issuer.GATEWAY.sign(Issuer.STAFF.claims("m", SCOPE).expiresIn(MINUTE))));
    }

    @Test
    void tokenThatHasExpiredIsNobody() {
        Instant past = Instant.now().minusSeconds(3600);

        isUnauthenticated(bearer(
                Issuer.STAFF.sign(Issuer.STAFF.claims("m", SCOPE).issuedAt(past).expiresAt(past.plusSeconds(60)))));
    }

    @Test
    void tokenForAnotherServiceIsNobody() {
        isUnauthenticated(bearer(Issuer.STAFF.sign(
                Issuer.STAFF.claims("m", SCOPE).audience("observatory-ingest").expiresIn(MINUTE))));
    }

    @Test
    void tokenWithoutASignatureIsNobody() {
        String token = Issuer.STAFF.sign(Issuer.STAFF.claims("m", SCOPE).expiresIn(MINUTE));
        String payload = token.split("\\.", -1)[1];
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));

        isUnauthenticated(bearer(none + "." + payload + "."));
        isUnauthenticated(bearer(token.substring(0, token.lastIndexOf('.') + 1)));
        isUnauthenticated(bearer("x.y.z"));
        isUnauthenticated(RestAssured.given());
    }

    @Test
    void everyRouteAsksForTheScope() {
        List<ValidatableResponse> answers = List.of(
                anybody().get(Desk.REPORTS).then(),
                anybody()
                        .body("{}")
                        .post(Desk.REPORTS + "/{id}/openings", report)
                        .then(),
                anybody()
                        .body("{}")
                        .post(Desk.REPORTS + "/{id}/transitions", report)
                        .then(),
                anybody()
                        .body("{}")
                        .post(Desk.REPORTS + "/{id}/messages", report)
                        .then(),
                anybody().body("{}").post(Desk.REPORTS + "/{id}/holds", report).then(),
                anybody().delete(Desk.REPORTS + "/{id}/proposals/HOLD", report).then(),
                anybody().get("/v1/moderation/audit").then(),
                anybody().get("/v1/moderation/audit/verification").then());

        answers.forEach(answer -> isProblem(answer, 403, "FORBIDDEN"));
    }

    private static RequestSpecification anybody() {
        return Caller.anybody().contentType("application/json");
    }

    private void isForbidden(RequestSpecification caller) {
        isProblem(open(caller), 403, "FORBIDDEN");
        nothingWasOpened();
    }

    private void isUnauthenticated(RequestSpecification caller) {
        isProblem(open(caller), 401, "UNAUTHENTICATED");
        nothingWasOpened();
    }

    private void nothingWasOpened() {
        assertEquals(
                0, Store.number("select count(*) from audit_entry where subject = ?", "moderation/reports/" + report));
    }

    private ValidatableResponse open(RequestSpecification caller) {
        return Desk.open(caller.contentType("application/json"), report);
    }

    private static RequestSpecification bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId("STAFF").algorithm(SignatureAlgorithm.ES256).sign(key);
    }

    private static PrivateKey foreignKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }
}
