package cl.observatory.reports.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ReportCategoriesTest {

    @Test
    void formFindsAllThatItNeeds() {
        Caller.anybody()
                .get("/v1/report-categories")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("items", hasSize(23))
                .body("items.find { it.code == 'EXTORTION' }.priority", equalTo("HIGH"))
                .body("items.find { it.code == 'EXTORTION' }.labels.es", equalTo("Extorsión o cobro de protección"))
                .body("groups.code", hasItems("ILLICIT_MARKETS", "PREDATORY", "TERRITORIAL_CONTROL", "INSTITUTIONAL"))
                .body("frequencies.code", equalTo(List.of("ONCE", "WEEKLY", "DAILY", "ONGOING")))
                .body(
                        "safetyMessages[0].text.es",
                        equalTo("Si hay peligro ahora, llama al 133. Este canal no es de"
                                + " emergencia ni una denuncia penal."))
                .body("noticeVersion", equalTo("1"))
                .body("proofOfWorkBits", equalTo(Servers.PROOF_BITS))
                .body("bodySize", equalTo(16_384));
    }
}
