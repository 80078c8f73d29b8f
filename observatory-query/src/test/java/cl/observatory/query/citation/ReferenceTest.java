package cl.observatory.query.citation;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Labels;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;

/** References, read by the programs that make lists of works: citeproc-java and JBibTeX. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReferenceTest {

    private static final Locale SPANISH = Locale.of("es");

    private static final Reference AWKWARD = new Reference(
            "observatory-x",
            new Labels("Delitos & faltas {100 %} de #1_a \\ ~^ «ñ»", "Crimes"),
            List.of("Ministerio & Cía., S.A.", "INE"),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2026, 11, 28),
            new Labels("casos, publicación 3", "cases, release 3"),
            "https://observatory.example/v1/queries/x",
            "SHA-256 abc");

    @Test
    void bibtexIsReadAsItWasMeant() throws IOException, ParseException {
        String written = AWKWARD.written(ReferenceFormat.bibtex, SPANISH);

        CSLItemData item = bibtex(written).get("observatory-x");

        assertEquals("Delitos & faltas {100 %} de #1_a \\ ~^ «ñ»", item.getTitle());
        assertEquals("INE", item.getAuthor()[1].getLiteral());
        assertEquals("{Ministerio \\& Cía., S.A.} and {INE}", authors(written));
        assertArrayEquals(new int[] {2025}, item.getIssued().getDateParts()[0]);
        assertEquals("https://observatory.example/v1/queries/x", item.getURL());
        assertEquals("SHA-256 abc", item.getNote());
    }

    @Test
    void cslJsonIsReadAsItWasMeant() throws IOException {
        CSLItemData item = csl(AWKWARD.written(ReferenceFormat.cslJson, SPANISH));

        assertEquals(CSLType.DATASET, item.getType());
        assertEquals("Delitos & faltas {100 %} de #1_a \\ ~^ «ñ»", item.getTitle());
        assertEquals("INE", item.getAuthor()[1].getLiteral());
        assertArrayEquals(new int[] {2025, 3, 1}, item.getIssued().getDateParts()[0]);
        assertArrayEquals(new int[] {2026, 11, 28}, item.getAccessed().getDateParts()[0]);
        assertEquals("casos, publicación 3", item.getVersion());
        assertEquals("es", item.getLanguage());
    }

    @Test
    void citationIsToldInEachFormByWhatIsAccepted() throws IOException, ParseException {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 7)));
            String id = CitationResourceTest.cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .statusCode(201)
                    .extract()
                    .path("id");
            String key = "observatory-" + id.substring(0, 8);

            Caller.reader()
                    .accept("text/plain")
                    .header("Accept-Language", "en")
                    .get("/v1/queries/{id}/reference", id)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("text/plain"))
                    .body(containsString("/v1/queries/" + id))
                    .body(containsString(history.dataset() + ", release 1 of 2025-03-01"))
                    .body(containsString("SHA-256 "));
            assertEquals(
                    key,
                    bibtex(read("/v1/queries/{id}/reference", id, "application/x-bibtex"))
                            .get(key)
                            .getId());
            assertEquals(
                    key,
                    csl(read("/v1/queries/{id}/reference", id, "application/vnd.citationstyles.csl+json"))
                            .getId());
        }
    }

    @Test
    void releaseIsCitedToo() throws IOException {
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 7)));
            String id = release.releaseId().toString();

            CSLItemData item = csl(read("/v1/releases/{id}/reference", id, "application/vnd.citationstyles.csl+json"));

            assertEquals("observatory-" + history.dataset() + "-1", item.getId());
            assertEquals(release.dataset().source().publisher(), item.getAuthor()[0].getLiteral());
            assertArrayEquals(new int[] {2025, 3, 1}, item.getIssued().getDateParts()[0]);
            assertEquals(release.checksum(), item.getNote());
        }
    }

    /** As they stand in the entry: braces keep a name with a comma in one piece. */
    private static String authors(String text) throws ParseException {
        return new BibTeXParser()
                .parse(new StringReader(text))
                .getEntries()
                .get(new Key("observatory-x"))
                .getField(BibTeXEntry.KEY_AUTHOR)
                .toUserString();
    }

    private static String read(String path, String id, String mediaType) {
        return Caller.reader()
                .accept(mediaType)
                .get(path, id)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(mediaType))
                .extract()
                .asString();
    }

    private static Map<String, CSLItemData> bibtex(String text) throws IOException, ParseException {
        BibTeXConverter converter = new BibTeXConverter();
        return converter.toItemData(
                converter.loadDatabase(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static CSLItemData csl(String text) throws IOException {
        JsonParser parser = new JsonParser(new JsonLexer(new StringReader(text)));
        @SuppressWarnings("unchecked")
        Map<String, Object> item = (Map<String, Object>) parser.parseArray().getFirst();
        return CSLItemData.fromJson(item);
    }
}
