package cl.observatory.gateway.key;

import static cl.observatory.gateway.support.PartnerCalls.as;
import static cl.observatory.gateway.support.PartnerCalls.asAdministrator;
import static cl.observatory.gateway.support.PartnerCalls.idOf;
import static cl.observatory.gateway.support.PartnerCalls.in;
import static cl.observatory.gateway.support.PartnerCalls.issued;
import static cl.observatory.gateway.support.PartnerCalls.key;
import static cl.observatory.gateway.support.PartnerCalls.reader;
import static cl.observatory.gateway.support.PartnerCalls.revoke;
import static cl.observatory.gateway.support.PartnerCalls.rotate;
import static cl.observatory.gateway.support.PartnerCalls.someId;
import static cl.observatory.gateway.support.PartnerCalls.somePartner;
import static cl.observatory.gateway.support.PartnerCalls.statusOf;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.audit.AuditTable;
import cl.observatory.gateway.support.GatewayStack;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rotation, revocation and the record of both. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class KeyLifeTest {

    @Inject
    AgroalDataSource database;

    @Inject
    StoredKeys stored;

    @Inject
    PartnerKeys keys;

    @Inject
    KeyFile keyFile;

    @Inject
    cl.observatory.gateway.config.GatewayConfig config;

    @Inject
    Clock clock;

    @Inject
    @VirtualThreads
    ExecutorService threads;

    private String partner;

    @BeforeEach
    void admit() {
        partner = somePartner();
    }

    @Test
    void bothKeysAreGoodDuringTheOverlapAndTheNewOneAfter() {
        // Given
        Map<String, Object> asked = key("data:read", "data:write");
        asked.put("bindings", Map.of("organization", "muni-santiago", "territories", List.of("13101")));
        asked.put("networks", List.of("127.0.0.0/8"));
        String old = issued(partner, asked);

        // When
        Response rotated = rotate(partner, old, Duration.ofSeconds(2));

        // Then
        rotated.then()
                .statusCode(201)
                .body("details.predecessor", is(idOf(old)))
                .body("details.scopes", contains("data:read", "data:write"))
                .body("details.bindings.organization", is("muni-santiago"))
                .body("details.bindings.territories", contains("13101"))
                .body("details.networks", contains("127.0.0.0/8"));
        String successor = rotated.path("key");
        assertEquals(200, statusOf(successor));
        await().atMost(Duration.ofSeconds(10)).until(() -> statusOf(old) == 401);
        assertEquals(200, statusOf(successor));
    }

    @Test
    void overlapIsThirtyDaysAtMostAndAKeyHasOneSuccessor() {
        String old = issued(partner, reader());
        rotate(partner, old, Duration.ofDays(31))
                .then()
                .statusCode(400)
                .body("errors[0].code", is("OVERLAP_OUT_OF_RANGE"));
        rotate(partner, old, Duration.ofDays(-1)).then().statusCode(400);

        rotate(partner, old, Duration.ofDays(30)).then().statusCode(201);
        rotate(partner, old, Duration.ofDays(1)).then().statusCode(409).body("code", is("KEY_ALREADY_ROTATED"));
        assertEquals(200, statusOf(old));
    }

    @Test
    void rotationNeverLengthensTheOldKey() {
        Map<String, Object> asked = reader();
        String end = in(Duration.ofDays(2));
        asked.put("expiresAt", end);
        String old = issued(partner, asked);

        rotate(partner, old, Duration.ofDays(20)).then().statusCode(201);

        asAdministrator()
                .get("/v1/partners/" + partner + "/keys/" + idOf(old))
                .then()
                .body("expiresAt", containsString(end.substring(0, 19)));
    }

    @Test
    void sameRotationTwiceShowsNoSecretTwice() {
        String old = issued(partner, reader());
        Map<String, Object> asked = Map.of("overlap", "P1D", "expiresAt", in(Duration.ofDays(60)));
        String token = someId();
        String path = "/v1/partners/" + partner + "/keys/" + idOf(old) + "/rotation";
        asAdministrator()
                .header("Idempotency-Key", token)
                .body(asked)
                .post(path)
                .then()
                .statusCode(201);

        asAdministrator()
                .header("Idempotency-Key", token)
                .body(asked)
                .post(path)
                .then()
                .statusCode(409)
                .body("code", is("KEY_ALREADY_SHOWN"));
    }

    @Test
    void revokedKeyIsNeverGoodAgainAndIsNotRotated() {
        String key = issued(partner, reader());
        assertEquals(200, statusOf(key));

        revoke(partner, key, false).then().statusCode(200).body("revokedAt", notNullValue());

        await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(key) == 401);
        rotate(partner, key, Duration.ofDays(1)).then().statusCode(409).body("code", is("KEY_IS_OVER"));
        revoke(partner, key, false).then().statusCode(200);
        asAdministrator()
                .body(Map.of("successors", true))
                .post("/v1/partners/" + partner + "/keys/" + idOf(key) + "/revocation")
                .then()
                .statusCode(400);
    }

    @Test
    void successorsAreRevokedWhenAsked() {
        String first = issued(partner, reader());
        String second = rotate(partner, first, Duration.ofDays(1)).path("key");
        String third = rotate(partner, second, Duration.ofDays(1)).path("key");

        revoke(partner, first, false).then().statusCode(200);
        await().until(() -> statusOf(first) == 401);
        assertEquals(200, statusOf(second));
        revoke(partner, first, true).then().statusCode(200);

        await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(second) == 401 && statusOf(third) == 401);
    }

    @Test
    void revocationIsInForceAtEveryReplicaWithinFiveSeconds() throws Exception {
        // Given
        Duration asInProduction = Duration.ofSeconds(3);
        List<Keys> replicas = List.of(
                new Keys(asInProduction, stored, clock, threads), new Keys(asInProduction, stored, clock, threads));
        String key = issued(partner, reader());
        for (Keys replica : replicas) {
            assertTrue(isGood(replica, key));
        }

        // When
        revoke(partner, key, false).then().statusCode(200);

        // Then
        for (Keys replica : replicas) {
            await().atMost(Duration.ofSeconds(5)).until(() -> !isGood(replica, key));
        }
    }

    private static boolean isGood(Keys replica, String key) throws Exception {
        return replica.callerWith(List.of(key), Optional::empty)
                .toCompletableFuture()
                .get()
                .isPresent();
    }

    @Test
    void keyOfTheCommandAdministersForNinetyDaysAndGivesEveryRightOfKeys() {
        // When
        IssuedKey first = keys.issueToAdministrator("first-" + partner);
        IssuedKey again = keys.issueToAdministrator("first-" + partner);

        // Then
        assertEquals(
                Duration.ofDays(90),
                Duration.between(first.details().createdAt(), first.details().expiresAt()));
        assertEquals(first.details().partner(), again.details().partner());
        Map<String, Object> relay = key("reports:relay", "data:approve", "learning:write");
        relay.put("bindings", Map.of("territories", List.of("13101")));
        for (Map<String, Object> asked : List.of(relay, key("data:write", "partners:admin"))) {
            as(first.key())
                    .body(asked)
                    .post("/v1/partners/" + partner + "/keys")
                    .then()
                    .statusCode(201);
        }
        Map<String, Object> longer = key("partners:admin");
        longer.put("expiresAt", in(Duration.ofDays(91)));
        as(first.key())
                .body(longer)
                .post("/v1/partners/" + partner + "/keys")
                .then()
                .statusCode(403)
                .body("code", is("ADMINISTRATOR_KEY_TOO_LONG"));
    }

    @Test
    void everyStepIsRecordedInTheChainAndNoSecretWithIt() throws SQLException {
        // Given
        String key = issued(partner, reader());
        String successor = rotate(partner, key, Duration.ofDays(1)).path("key");
        revoke(partner, key, true);
        asAdministrator().body(Map.of("reason", "enough")).post("/v1/partners/" + partner + "/suspension");
        asAdministrator().delete("/v1/partners/" + partner + "/suspension");

        // When
        List<AuditTable.Stored> entries;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            AuditTable table = new AuditTable(connection, "partner_id");
            entries = table.entries(new AuditTable.Question(0, null, partner, Optional.empty(), 100));
            assertTrue(table.verify(Optional.empty()).intact());
            connection.rollback();
        }

        // Then
        assertEquals(
                List.of(
                        "PARTNER_CREATED",
                        "KEY_ISSUED",
                        "KEY_ROTATED",
                        "KEY_REVOKED",
                        "KEY_REVOKED",
                        "PARTNER_SUSPENDED",
                        "SUSPENSION_LIFTED"),
                entries.stream().map(entry -> entry.entry().action()).toList());
        assertTrue(entries.stream().allMatch(entry -> entry.entry().principal().equals("administrator")));
        assertEquals("lost", entries.get(3).entry().reason());
        for (String secret : List.of(key, successor)) {
            String hidden = secret.split("_", -1)[3].substring(0, 12);
            assertFalse(entries.toString().contains(hidden));
            assertFalse(entries.toString().contains(cl.observatory.gateway.support.Keys.sha256(secret)));
        }
    }

    @Test
    void keyTakenOutOfTheFileIsNotGoodAndGoodAgainWhenItReturns() {
        // Given
        List<LocalKey> whole = KeyFile.read(config.keys().file().orElseThrow());
        List<LocalKey> without =
                whole.stream().filter(key -> !key.id().equals("0000stew")).toList();

        try {
            // When
            QuarkusTransaction.requiringNew().run(() -> keyFile.store(without));

            // Then
            await().until(() -> statusOf(cl.observatory.gateway.support.Keys.STEWARD) == 401);
            assertEquals(200, statusOf(cl.observatory.gateway.support.Keys.ADMINISTRATOR));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> keyFile.store(whole));
        }
        await().until(() -> statusOf(cl.observatory.gateway.support.Keys.STEWARD) == 200);
    }

    @Test
    void replicasThatStartAtOnceStoreOneFile() throws Exception {
        List<LocalKey> keys = List.of(new LocalKey(
                "0000tw0s",
                "twice",
                java.util.Set.of(cl.observatory.gateway.identity.Scope.DATA_READ),
                cl.observatory.gateway.support.Keys.sha256("twice")));
        List<LocalKey> whole = KeyFile.read(config.keys().file().orElseThrow());
        try {
            List<CompletableFuture<Void>> starts = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(replica -> CompletableFuture.runAsync(
                            () -> QuarkusTransaction.requiringNew().run(() -> keyFile.store(keys)), threads))
                    .toList();
            for (CompletableFuture<Void> start : starts) {
                start.get();
            }
        } finally {
            QuarkusTransaction.requiringNew().run(() -> keyFile.store(whole));
        }
        await().until(() -> statusOf(cl.observatory.gateway.support.Keys.STEWARD) == 200);
    }
}
