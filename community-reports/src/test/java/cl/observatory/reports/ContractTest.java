package cl.observatory.reports;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import cl.observatory.problem.CatalogueEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What this service promises is stored in the project, so that a change of it is seen and reviewed. With {@code
 * -Dcontracts.update=true} the stored files are written anew instead of compared.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class ContractTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final String MODERATION = "/v1/moderation";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    @Test
    void publicOperationsAreThoseOfTheStoredContract() throws IOException {
        compare("http/community-reports.json", operations(path -> !path.startsWith(MODERATION)));
    }

    /** The gateway packs public contracts alone, and so has no route to these. */
    @Test
    void moderationIsThatOfItsOwnContract() throws IOException {
        compare("internal/community-reports-moderation.json", operations(path -> path.startsWith(MODERATION)));
    }

    @Test
    void problemsAreThoseOfTheStoredCatalogue() throws IOException {
        compare("problems/community-reports.json", JSON.valueToTree(CatalogueEntry.of(ReportsProblem.values())));
    }

    /** The service's document with some of its paths, and of its schemas those that these need. */
    private ObjectNode operations(Predicate<String> wanted) throws IOException {
        ObjectNode document;
        try (InputStream whole = openApi.openStream()) {
            document = (ObjectNode) JSON.readTree(whole);
        }
        ObjectNode paths = (ObjectNode) document.get("paths");
        names(paths).stream().filter(wanted.negate()).forEach(paths::remove);
        Set<String> tags = new TreeSet<>();
        paths.findValues("tags").forEach(list -> list.forEach(tag -> tags.add(tag.asText())));
        for (Iterator<JsonNode> each = document.path("tags").elements(); each.hasNext(); ) {
            if (!tags.contains(each.next().get("name").asText())) {
                each.remove();
            }
        }
        ObjectNode schemas = (ObjectNode) document.get("components").get("schemas");
        schemas.retain(needed(paths, schemas));
        return document;
    }

    private static Set<String> needed(JsonNode paths, JsonNode schemas) {
        Set<String> needed = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(paths));
        while (!open.isEmpty()) {
            for (String reference : open.pop().findValuesAsText("$ref")) {
                String name = reference.replace(SCHEMAS, "");
                if (needed.add(name)) {
                    open.push(schemas.get(name));
                }
            }
        }
        return needed;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compare(String name, JsonNode promised) throws IOException {
        Path stored = CONTRACTS.resolve(name);
        List<String> lines = JSON.writeValueAsString(promised).lines().toList();
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(stored.getParent());
            Files.write(stored, lines);
        }
        assertIterableEquals(
                Files.readAllLines(stored),
                lines,
                () -> stored + " is not what the service promises; look at the change, then store it with"
                        + " -Dcontracts.update=true");
    }
}
