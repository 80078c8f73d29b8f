package cl.observatory.gateway.key;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.StandIn;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class KeysTest {

    private static StandIn query;

    @Inject
    AgroalDataSource database;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
    }

    @AfterAll
    static void stop() {
        query.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        query.clear();
        sql("update api_key set expires_at = null, revoked_at = null where from_file");
        await().until(() ->
                ask(Keys.STEWARD).statusCode() == 200 && ask(Keys.APPROVER).statusCode() == 200);
        query.clear();
    }

    @Test
    void keyOfTheFileNamesItsHolderToTheService() {
        given().header("X-API-Key", Keys.STEWARD).get("/v1/echo").then().statusCode(200);

        String claims = claims();
        assertTrue(claims.contains("\"sub\":\"steward\""), claims);
        assertTrue(claims.contains("\"groups\":[\"data:read\",\"data:write\"]"), claims);
        assertTrue(claims.contains("\"aud\":\"observatory-query\""), claims);
    }

    @Test
    void boundKeyOfTheFileBindsItsHolder() {
        given().header("X-API-Key", Keys.APPROVER).get("/v1/echo").then().statusCode(200);

        String claims = claims();
        assertTrue(claims.contains("\"org\":\"ministry\""), claims);
        assertTrue(claims.contains("\"territories\":[\"05101\",\"13\"]"), claims);
        assertTrue(claims.contains("\"datasets\":[\"local-cases\"]"), claims);
    }

    @Test
    void callerWithoutAKeyMayRead() {
        given().get("/v1/echo").then().statusCode(200);

        String claims = claims();
        assertTrue(claims.contains("\"sub\":\"anonymous\""), claims);
        assertTrue(claims.contains("\"groups\":[\"data:read\"]"), claims);
    }

    @Test
    void everyFailureLooksTheSame() throws SQLException {
        // Given
        sql("update api_key set revoked_at = now() where principal = 'steward'");
        sql("update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'"
                + " where principal = 'approver'");
        await().until(() ->
                ask(Keys.STEWARD).statusCode() == 401 && ask(Keys.APPROVER).statusCode() == 401);
        query.clear();

        // When
        List<Response> answers = List.of(
                ask(Keys.STEWARD),
                ask(Keys.APPROVER),
                ask(Keys.UNKNOWN),
                ask(Keys.FORGED),
                ask(Keys.STEWARD + "0"),
                ask(Keys.STEWARD.toUpperCase(Locale.ROOT)),
                ask("nonsense"),
                ask(""),
                given().header("X-API-Key", Keys.UNKNOWN, Keys.STEWARD).get("/v1/echo"));

        // Then
        Set<String> bodies = new TreeSet<>();
        for (Response answer : answers) {
            answer.then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "ApiKey realm=\"observatory\", header=\"X-API-Key\"")
                    .body("code", is("INVALID_API_KEY"));
            bodies.add(answer.body().asString().replaceFirst("\"requestId\":\"[^\"]*\"", ""));
        }
        assertEquals(1, bodies.size(), bodies.toString());
        assertEquals(List.of(), query.seen());
    }

    @Test
    void goodKeyTwiceIsNotGood() {
        given().header("X-API-Key", Keys.STEWARD, Keys.STEWARD)
                .get("/v1/echo")
                .then()
                .statusCode(401);
    }

    @Test
    void badKeyIsRefusedAtTheGatewaysOwnOperationsToo() {
        given().header("X-API-Key", "nonsense").get("/v1/problems").then().statusCode(401);
        given().header("X-API-Key", Keys.STEWARD).get("/v1/problems").then().statusCode(200);
    }

    @Test
    void withoutTheDatabaseKeysCannotBeCheckedAndReadingGoesOn() throws SQLException {
        sql("alter table api_key rename to api_key_elsewhere");
        try {
            await().until(() -> ask(Keys.STEWARD).statusCode() == 503);
            ask(Keys.STEWARD).then().statusCode(503).header("Retry-After", "5").body("code", is("KEYS_UNAVAILABLE"));
            given().get("/v1/echo").then().statusCode(200);
        } finally {
            sql("alter table api_key_elsewhere rename to api_key");
        }
    }

    private static Response ask(String key) {
        return given().header("X-API-Key", key).get("/v1/echo");
    }

    private static String claims() {
        String token = query.only().header("Authorization").substring("Bearer ".length());
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }
}
