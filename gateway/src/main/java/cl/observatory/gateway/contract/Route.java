package cl.observatory.gateway.contract;

import io.vertx.core.http.HttpMethod;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A path of the public API with everything that can be done there. */
public record Route(String template, Map<HttpMethod, Operation> operations) {

    public Route {
        operations = Map.copyOf(operations);
    }

    /** HEAD is answered wherever GET is. */
    public Optional<Operation> operation(HttpMethod method) {
        Operation found = operations.get(method);
        if (found == null && method.equals(HttpMethod.HEAD)) {
            found = operations.get(HttpMethod.GET);
        }
        return Optional.ofNullable(found);
    }

    /** The value of the Allow header. */
    public String allow() {
        Collection<String> methods = new TreeSet<>();
        operations.keySet().forEach(method -> methods.add(method.name()));
        methods.add(HttpMethod.OPTIONS.name());
        if (operations.containsKey(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD.name());
        }
        return String.join(", ", methods);
    }
}
