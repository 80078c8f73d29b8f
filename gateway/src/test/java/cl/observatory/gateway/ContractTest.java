package cl.observatory.gateway;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import cl.observatory.gateway.support.GatewayStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the resources of the gateway itself promise is stored in the project, so that a change of it is seen and reviewed. With {@code
 * -Dcontracts.update=true} the stored files are written anew instead of compared.
 */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class ContractTest {

    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    @Test
    void operationsAreThoseOfTheStoredContract() throws IOException {
        try (InputStream document = openApi.openStream()) {
            compare("http/gateway.json", JSON.readTree(document));
        }
    }

    private static void compare(String name, JsonNode promised) throws IOException {
        Path stored = CONTRACTS.resolve(name);
        List<String> lines = JSON.writeValueAsString(promised).lines().toList();
        if (Boolean.getBoolean("contracts.update")) {
            Files.write(stored, lines);
        }
        assertIterableEquals(
                Files.readAllLines(stored),
                lines,
                () -> stored + " is not what the resources promise; look at the change, then store it with"
                        + " -Dcontracts.update=true");
    }
}
