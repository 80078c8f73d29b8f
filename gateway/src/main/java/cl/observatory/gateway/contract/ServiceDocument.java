package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The OpenAPI document that one service publishes.
 *
 * @param service its name, such as {@code observatory-query}; also the audience of the tokens it accepts
 */
public record ServiceDocument(String service, JsonNode document) {}
