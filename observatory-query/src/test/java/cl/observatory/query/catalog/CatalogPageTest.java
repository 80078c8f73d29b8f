package cl.observatory.query.catalog;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as people see it, read by jsoup. */
@QuarkusTest
@WithTestResource(Servers.class)
class CatalogPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void everythingThatIsOfferedCanBeFollowed() {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Element section =
                    page("es").getElementById("dataset-" + history.dataset()).parent();

            assertTrue(section.text().contains("2024-01"), section::text);
            List<String> links = section.select("a").eachAttr("href");
            assertTrue(links.size() >= 6, links::toString);
            for (String link : links) {
                Caller.reader().get(link).then().statusCode(200);
            }
        }
    }

    @Test
    void whoeverCannotSeeItCanReadIt() {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 1)));

            Document page = page("en");

            assertEquals("en", page.selectFirst("html").attr("lang"));
            assertFalse(page.title().isBlank());
            assertEquals(1, page.select("h1").size());
            assertEquals(1, page.select("main").size());
            Set<String> ids = new HashSet<>();
            page.select("[id]").forEach(each -> assertTrue(ids.add(each.id()), each::id));
            page.select("[aria-labelledby]")
                    .forEach(each -> assertTrue(ids.contains(each.attr("aria-labelledby")), each::toString));
            page.select("a[href^=#]")
                    .forEach(each -> assertTrue(ids.contains(each.attr("href").substring(1)), each::toString));
            // a level is never left out, and links say by themselves where they lead
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int next = heading.tagName().charAt(1) - '0';
                assertTrue(next <= level + 1, heading::toString);
                level = next;
            }
            Set<String> texts = new HashSet<>();
            page.select("main section a")
                    .forEach(each -> assertFalse(each.text().isBlank()));
            page.select("#dataset-" + history.dataset() + " ~ ul a")
                    .forEach(each -> assertTrue(texts.add(each.text()), each::text));
            assertTrue(page.select("script, style, link, img, iframe").isEmpty());
        }
    }

    @Test
    void namesAreTextAndNeverMarkup() {
        DatasetDefined dataset =
                named(Publisher.cases(Publisher.unique("cases")), "<script>alert('x')</script> & \"co\"");
        try (Publisher publisher = new Publisher()) {
            publisher.define(dataset);
            Caller.awaitFound("/v1/datasets/{id}", dataset.id());

            Element heading = page("es").getElementById("dataset-" + dataset.id());

            assertEquals("<script>alert('x')</script> & \"co\"", heading.text());
            assertTrue(heading.parent().text().contains("Todavía no se publicó nada"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BROWSER + "|text/html;charset=UTF-8",
                "text/html;q=0.5, application/ld+json|application/ld+json",
                "application/ld+json|application/ld+json",
                "*/*|application/ld+json"
            })
    void whoAsksGetsWhatTheyRead(String accept, String contentType) {
        Caller.reader()
                .accept(accept)
                .get("/v1/catalog")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(contentType));
    }

    private static Document page(String language) {
        Response answer = Caller.reader()
                .accept(BROWSER)
                .header("Accept-Language", language)
                .get("/v1/catalog");
        answer.then().statusCode(200);
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(answer.asString(), "https://observatory.example/v1/catalog");
        assertEquals(List.of(), parser.getErrors());
        return page;
    }

    private static DatasetDefined named(DatasetDefined dataset, String title) {
        return new DatasetDefined(
                dataset.id(),
                new Labels(title, title),
                dataset.kind(),
                dataset.level(),
                dataset.unit(),
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions(),
                dataset.source(),
                dataset.officialStatus(),
                dataset.populationBase(),
                dataset.synthetic(),
                dataset.definedAt());
    }
}
