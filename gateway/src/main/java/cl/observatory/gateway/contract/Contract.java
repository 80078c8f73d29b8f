package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The public API.
 *
 * @param document the merged OpenAPI document
 * @param operations what the document describes, each with its owner
 */
public record Contract(JsonNode document, List<Operation> operations) {

    public Contract {
        operations = List.copyOf(operations);
    }
}
