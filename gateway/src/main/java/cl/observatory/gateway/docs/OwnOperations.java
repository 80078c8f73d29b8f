package cl.observatory.gateway.docs;

import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.contract.TagDocuments;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Bilingual;
import cl.observatory.gateway.problem.Catalogue;
import cl.observatory.gateway.problem.CatalogueEntry;
import cl.observatory.gateway.problem.NearestName;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers those of the gateway's own operations whose answers stay the same, by their operationId. All are made at the start. */
@ApplicationScoped
public class OwnOperations {

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Bilingual NO_TAG = new Bilingual(
            "El documento no tiene la parte '%s'. ¿Quiso decir '%s'?",
            "The document has no part '%s'. Did you mean '%s'?");

    private final StaticAnswer openApi;
    private final SortedMap<String, StaticAnswer> parts = new TreeMap<>();
    private final StaticAnswer problems;
    private final DocsPage page = new DocsPage();

    OwnOperations(Contract contract, Catalogue catalogue) {
        this.openApi = new StaticAnswer(JSON_TYPE, bytes(contract.document()));
        TagDocuments.of(contract.document())
                .forEach((tag, part) -> parts.put(tag, new StaticAnswer(JSON_TYPE, bytes(part))));
        this.problems = new StaticAnswer(JSON_TYPE, bytes(listed(catalogue)));
    }

    /**
     * @return whether the operation is one of these
     */
    public boolean answer(Exchange exchange, String operationId) {
        switch (operationId) {
            case "getOpenApi" -> openApi.give(exchange);
            case "getOpenApiPart" -> part(lastSegment(exchange)).give(exchange);
            case "listProblems" -> problems.give(exchange);
            case "getDocs" -> page.give(exchange, DocsPage.INDEX);
            case "getDocsAsset" -> page.give(exchange, lastSegment(exchange));
            default -> {
                return false;
            }
        }
        return true;
    }

    private StaticAnswer part(String tag) {
        StaticAnswer part = parts.get(tag);
        if (part == null) {
            String nearest = NearestName.to(tag, new TreeSet<>(parts.keySet()));
            throw new RefusedException(Problem.of(ProblemType.CONTRACT_PART_NOT_FOUND, NO_TAG.with(tag, nearest)));
        }
        return part;
    }

    private static String lastSegment(Exchange exchange) {
        String path = exchange.request().path();
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
