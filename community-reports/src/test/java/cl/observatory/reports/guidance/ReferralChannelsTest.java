package cl.observatory.reports.guidance;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class ReferralChannelsTest {

    private static final String CHANNELS = "/v1/referral-channels";

    @Test
    void channelsOfACategoryComeBehindTheNumbersForEmergencies() {
        Caller.anybody()
                .get(CHANNELS + "?territory=13116&category=EXTORTION")
                .then()
                .statusCode(200)
                .header("X-Request-Id", nullValue())
                .header("Cache-Control", "public, max-age=300")
                .body("items[0].code", equalTo("CARABINEROS_133"))
                .body("items[0].phone", equalTo("133"))
                .body("items.code", hasItem("DENUNCIA_SEGURO"))
                .body("items.code", not(hasItem("CUSTOMS")))
                .body("items.labels.es", everyItem(notNullValue()))
                .body("items.labels.en", everyItem(notNullValue()))
                .body("items.find { it.code == 'DENUNCIA_SEGURO' }.verifiedAt", matchesPattern("\\d{4}-\\d{2}-\\d{2}"))
                .body("items.find { it.code == 'PROSECUTOR' }.verifiedAt", nullValue())
                .body("items.find { it.code == 'PROSECUTOR' }.note.es", notNullValue());
    }

    @Test
    void documentThatTheCallerHasIsNotSentAgain() {
        // Given
        String tag =
                Caller.anybody().get(CHANNELS).then().statusCode(200).extract().header("ETag");

        // When
        Caller.anybody()
                .header("If-None-Match", tag)
                .get(CHANNELS)
                .then()
                .statusCode(304)
                .header("ETag", tag);

        // Then
        Caller.anybody()
                .header("If-None-Match", tag)
                .get(CHANNELS + "?category=CONTRABAND")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @ParameterizedTest
    @CsvSource({"territory, 1311", "territory, cl", "category, extortion", "category, X"})
    void malformedParameterIsNamed(String name, String value) {
        isProblem(Caller.anybody().queryParam(name, value).get(CHANNELS).then(), 400, "INVALID_REQUEST")
                .body("errors[0].parameter", equalTo(name));
    }

    @Test
    void whoDoesNotComeThroughTheGatewayIsRefused() {
        isProblem(RestAssured.given().get(CHANNELS).then(), 401, "UNAUTHENTICATED");
    }
}
