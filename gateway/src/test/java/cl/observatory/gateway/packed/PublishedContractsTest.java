package cl.observatory.gateway.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.contract.ConfidentialPaths;
import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.contract.ContractMerge;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.contract.RouteTable;
import cl.observatory.gateway.contract.ServiceDocument;
import cl.observatory.gateway.problem.Catalogue;
import cl.observatory.gateway.problem.CatalogueEntry;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the gateway publishes of the contracts is stored beside them, so that a review sees every change of the public API.
 * With {@code -Dcontracts.update=true} the stored files are written anew instead of compared.
 */
class PublishedContractsTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts");

    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    @Test
    void publicDocumentIsTheMergeOfTheContracts() throws IOException {
        Contract contract = ContractMerge.merge(PackedContracts.own(), services());
        int routes = new RouteTable(contract.operations())
                .find("/v1/openapi")
                .orElseThrow()
                .operations()
                .size();

        assertEquals(1, routes);
        stored(CONTRACTS.resolve("http/openapi.json"), json(contract.document()));
    }

    @Test
    void whatIsReportedInConfidenceIsSoAndModerationIsNotPublished() throws IOException {
        Contract contract = ContractMerge.merge(PackedContracts.own(), services());
        ConfidentialPaths confidential = new ConfidentialPaths(contract.operations());

        assertTrue(confidential.contain("/v1/reports/status"));
        assertTrue(confidential.contain("/v1/relayed-reports"));
        assertFalse(confidential.contain("/v1/report-categories"));
        assertTrue(contract.operations().stream()
                .noneMatch(operation -> operation.template().startsWith("/v1/moderation")));
        Set<String> needKey = contract.operations().stream()
                .filter(operation -> operation.confidential() && !operation.open())
                .map(Operation::template)
                .collect(Collectors.toSet());
        assertEquals(Set.of("/v1/relayed-reports"), needKey);
    }

    /** Who has the document alone, or a client made of it, is to know what comes back. */
    @Test
    void everyAnswerTellsWhatItHolds() throws IOException {
        Contract contract = ContractMerge.merge(PackedContracts.own(), services());
        List<String> silent = new ArrayList<>();
        contract.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation.getValue().path("responses").properties().stream()
                                .filter(answer -> answer.getKey().startsWith("2")
                                        && !answer.getKey().equals("204"))
                                .filter(answer -> !answer.getValue().has("content"))
                                .forEach(answer -> silent.add(operation.getKey() + " " + path.getKey()))));

        assertEquals(List.of(), silent);
    }

    @Test
    void ownCatalogueIsStoredForEveryoneToSee() throws IOException {
        stored(CONTRACTS.resolve("problems/gateway.json"), json(Catalogue.own()));
    }

    @Test
    void listOfProblemsIsMadeOfAllCatalogues() throws IOException {
        List<List<CatalogueEntry>> all = new ArrayList<>();
        all.add(Catalogue.own());
        for (Path file : files(CONTRACTS.resolve("problems"), "*.json")) {
            if (!file.endsWith("gateway.json")) {
                all.add(PackedContracts.catalogue(Files.readAllBytes(file)));
            }
        }

        stored(Path.of("../docs/problems.md"), ProblemList.markdown(Catalogue.merge(all)));
    }

    private static List<ServiceDocument> services() throws IOException {
        List<ServiceDocument> documents = new ArrayList<>();
        for (Path file : files(CONTRACTS.resolve("http"), "*.json")) {
            if (!file.endsWith("openapi.json")) {
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                documents.add(PackedContracts.document(name, Files.readAllBytes(file)));
            }
        }
        return documents;
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        Files.createDirectories(folder);
        try (var listed = Files.newDirectoryStream(folder, glob)) {
            List<Path> files = new ArrayList<>();
            listed.forEach(files::add);
            files.sort(null);
            return files;
        }
    }

    private static String json(Object content) throws IOException {
        return JSON.writeValueAsString(content) + "\n";
    }

    private static void stored(Path file, String content) throws IOException {
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertIterableEquals(
                Files.exists(file) ? Files.readAllLines(file) : List.of(),
                content.lines().toList(),
                () -> file + " is not what the contracts make of it; look at the change, then store it with"
                        + " -Dcontracts.update=true");
    }
}
