package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;

/** The methods that a service may claim. OPTIONS is answered at the door, TRACE by nobody. */
final class Methods {

    private static final List<String> CLAIMABLE = List.of("get", "head", "post", "put", "patch", "delete");

    private Methods() {}

    static boolean isMethod(String member) {
        return CLAIMABLE.contains(member);
    }

    static HttpMethod method(String member) {
        return HttpMethod.valueOf(member.toUpperCase(Locale.ROOT));
    }

    static ObjectNode inOrder(ObjectNode item) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        CLAIMABLE.stream().filter(item::has).forEach(method -> ordered.set(method, item.get(method)));
        return ordered;
    }
}
