package cl.observatory.gateway.docs;

import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Catalogue;
import cl.observatory.gateway.problem.CatalogueEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers those of the gateway's own operations whose answers stay the same, by their operationId. All are made at the start. */
@ApplicationScoped
public class OwnOperations {

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StaticAnswer openApi;
    private final StaticAnswer problems;
    private final DocsPage page = new DocsPage();

    OwnOperations(Contract contract, Catalogue catalogue) {
        this.openApi = new StaticAnswer(JSON_TYPE, bytes(contract.document()));
        this.problems = new StaticAnswer(JSON_TYPE, bytes(listed(catalogue)));
    }

    /**
     * @return whether the operation is one of these
     */
    public boolean answer(Exchange exchange, String operationId) {
        switch (operationId) {
            case "getOpenApi" -> openApi.give(exchange);
            case "listProblems" -> problems.give(exchange);
            case "getDocs" -> page.give(exchange, DocsPage.INDEX);
            case "getDocsAsset" -> page.give(exchange, asset(exchange.request().path()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String asset(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static ObjectNode listed(Catalogue catalogue) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode items = list.putArray("items");
        for (CatalogueEntry entry : catalogue.entries()) {
            ObjectNode item = items.addObject().put("type", "/v1/problems#" + entry.code());
            item.setAll((ObjectNode) JSON.valueToTree(entry));
        }
        // The list is always given whole.
        list.putObject("page").put("limit", items.size()).putNull("nextCursor");
        return list;
    }

    private static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
