package cl.observatory.query.archive;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of releases, read and verified by the Library of Congress' own implementation of BagIt. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReleaseArchiveTest {

    private static final List<Row> ROWS =
            List.of(Row.of("13101", "2024-01", "40101", 7), Row.of("13127", "2024-01", "40101", 0));

    @TempDir
    Path folder;

    @Test
    void archiveIsAValidBagWithDataMetadataChecksumsAndCitation() throws Exception {
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(FIRST, ROWS);

            Path root = unpack(archive(release.releaseId()));

            Bag bag = new BagReader().read(root);
            try (BagVerifier verifier = new BagVerifier()) {
                verifier.isValid(bag, false);
            }
            assertEquals(
                    release.releaseId().toString(),
                    bag.getMetadata().get("External-Identifier").getFirst());
            Path data = root.resolve("data");
            assertArrayEquals(
                    Caller.reader()
                            .queryParam("format", "csv")
                            .get("/v1/datasets/{id}/observations", history.dataset())
                            .asByteArray(),
                    Files.readAllBytes(data.resolve("observations.csv")));
            JsonNode columns = new ObjectMapper()
                    .readTree(data.resolve("observations.csv-metadata.json").toFile());
            assertEquals("observations.csv", columns.get("url").asText());
            JsonNode metadata =
                    new ObjectMapper().readTree(data.resolve("release.json").toFile());
            assertEquals(
                    release.checksum(), metadata.at("/source/release/checksum").asText());
            assertTrue(metadata.at("/dimensions/CRIME_CLASS/codes")
                    .findValuesAsText("code")
                    .contains("40101"));
            for (String name : List.of("citation.txt", "citation.bib", "citation.json")) {
                assertTrue(Files.readString(data.resolve(name)).contains("/v1/releases/" + release.releaseId()), name);
            }
            assertTrue(Files.readString(data.resolve("README.txt")).contains("sha256sum -c manifest-sha256.txt"));
        }
    }

    @Test
    void sameReleaseIsTheSameBytes() {
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(FIRST, ROWS);
            Response archive = archive(release.releaseId());

            archive.then()
                    .header("Content-Type", equalTo("application/zip"))
                    .header(
                            "Content-Disposition",
                            equalTo("attachment; filename=\"%s-1.zip\"".formatted(history.dataset())))
                    .header("ETag", matchesPattern("\"[0-9a-f]{32}\""));
            assertArrayEquals(
                    archive.asByteArray(), archive(release.releaseId()).asByteArray());
            Caller.reader()
                    .header("If-None-Match", archive.header("ETag"))
                    .get("/v1/releases/{id}/archive", release.releaseId())
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void earlierReleaseIsPackedAsItWas() throws IOException {
        try (History history = History.ofCases()) {
            ReleasePublished first = history.full(FIRST, ROWS);
            history.full(SECOND, List.of(Row.of("13101", "2024-01", "40101", 8)));

            Path root = unpack(archive(first.releaseId()));

            assertEquals(
                    List.of(
                            "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS",
                            "13101,2024-01,40101,7,A",
                            "13127,2024-01,40101,0,A"),
                    Files.readAllLines(root.resolve("data/observations.csv")));
        }
    }

    @Test
    void archiveOfAReleaseThatIsWrongSaysSo() throws IOException {
        try (History history = History.ofCases()) {
            ReleasePublished wrong = history.full(FIRST, ROWS);
            String before = archive(wrong.releaseId()).header("ETag");
            history.withdraw(wrong, ReleaseWithdrawn.ERROR);

            Response archive = archive(wrong.releaseId());

            assertNotEquals(before, archive.header("ETag"));
            String readme = Files.readString(unpack(archive).resolve("data/README.txt"));
            assertTrue(readme.contains("February was there twice."), readme);
        }
    }

    @Test
    void removedReleaseIsGone() {
        try (History history = History.ofCases()) {
            ReleasePublished telling = history.full(FIRST, ROWS);
            history.withdraw(telling, ReleaseWithdrawn.DISCLOSURE);

            for (String path : List.of("/v1/releases/{id}/archive", "/v1/releases/{id}/reference")) {
                Caller.reader().get(path, telling.releaseId()).then().statusCode(410);
            }
        }
    }

    @Test
    void unknownReleaseIsTold() {
        Caller.reader()
                .get("/v1/releases/{id}/archive", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(containsString("UNKNOWN_RELEASE"));
    }

    private static Response archive(UUID release) {
        Response answer = Caller.reader().get("/v1/releases/{id}/archive", release);
        answer.then().statusCode(200);
        return answer;
    }

    /** The only folder in it. */
    private Path unpack(Response archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        try (var roots = Files.list(folder)) {
            return roots.toList().getFirst();
        }
    }
}
