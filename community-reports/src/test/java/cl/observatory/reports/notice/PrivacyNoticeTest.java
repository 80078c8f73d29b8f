package cl.observatory.reports.notice;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class PrivacyNoticeTest {

    private static final String NOTICE = "/v1/privacy-notice";

    @Test
    void noticeIsToldInBothLanguagesAndKept() {
        String tag = Caller.anybody()
                .get(NOTICE)
                .then()
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("validFrom", equalTo("2026-12-01"))
                .body("sections", hasSize(8))
                .body("sections.text.es", everyItem(notNullValue()))
                .body("sections.text.en", everyItem(notNullValue()))
                .extract()
                .header("ETag");

        Caller.anybody()
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(NOTICE + "?version=1")
                .then()
                .statusCode(304);
    }

    @Test
    void versionThatNeverWasIsNotThere() {
        isProblem(Caller.anybody().get(NOTICE + "?version=0").then(), 404, "UNKNOWN_NOTICE");
    }
}
