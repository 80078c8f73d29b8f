package cl.observatory.gateway.contract;

import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a path. A literal segment wins over a parameter, as OpenAPI wants it; where the literal leads
 * nowhere, the parameter is tried.
 */
public final class RouteTable {

    private final Node root = new Node();

    public RouteTable(List<Operation> operations) {
        Map<String, Map<HttpMethod, Operation>> byTemplate = new HashMap<>();
        operations.forEach(operation -> byTemplate
                .computeIfAbsent(operation.template(), template -> new HashMap<>())
                .put(operation.method(), operation));
        byTemplate.forEach((template, methods) -> root.add(segments(template), 0, new Route(template, methods)));
    }

    /**
     * @param path a path without empty segments, with nothing in it to decode
     */
    public Optional<Route> find(String path) {
        return Optional.ofNullable(root.find(segments(path), 0));
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static final class Node {

        private final Map<String, Node> literals = new HashMap<>();
        private Node parameter;
        private Route route;

        void add(String[] segments, int depth, Route added) {
            if (depth == segments.length) {
                route = added;
                return;
            }
            child(segments[depth]).add(segments, depth + 1, added);
        }

        private Node child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, literal -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        Route find(String[] segments, int depth) {
            if (depth == segments.length) {
                return route;
            }
            Node literal = literals.get(segments[depth]);
            Route found = literal == null ? null : literal.find(segments, depth + 1);
            if (found == null && parameter != null) {
                found = parameter.find(segments, depth + 1);
            }
            return found;
        }
    }
}
