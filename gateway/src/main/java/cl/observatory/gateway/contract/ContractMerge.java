package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges the documents of the services with the gateway's own into one. Nothing is renamed and nothing is preferred: where
 * two documents disagree, there is no contract. Components that nothing refers to are left out.
 */
public final class ContractMerge {

    private static final String PREFIX = "/v1/";

    private final ServiceDocument own;
    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, String> pathShapes = new HashMap<>();
    private final Map<String, String> operationIds = new HashMap<>();
    private final Components components;
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final List<Claim> claims = new ArrayList<>();

    private record Claim(HttpMethod method, String template, String service, ObjectNode operation) {}

    private ContractMerge(ServiceDocument own) {
        this.own = own;
        this.components = new Components(own.document().path("components").path("securitySchemes"));
    }

    /**
     * @param own the gateway's document; the merged one has its title, servers and security schemes
     * @throws ContractException when the documents do not fit together
     */
    public static Contract merge(ServiceDocument own, List<ServiceDocument> services) {
        ContractMerge merge = new ContractMerge(own);
        merge.add(own);
        services.forEach(merge::add);
        return merge.contract();
    }

    private void add(ServiceDocument source) {
        JsonNode document = source.document();
        if (!document.path("openapi").asText().startsWith("3.1.")) {
            throw new ContractException("the document of " + source.service() + " is not OpenAPI 3.1");
        }
        components.add(source);
        document.path("tags").forEach(tag -> {
            JsonNode other = tags.putIfAbsent(tag.path("name").asText(), tag);
            if (other != null && !other.equals(tag)) {
                throw new ContractException("the tag " + tag.path("name") + " has two contents, one of them in the"
                        + " document of " + source.service());
            }
        });
        document.path("paths").properties().forEach(path -> addPath(source.service(), path.getKey(), path.getValue()));
    }

    private void addPath(String service, String template, JsonNode item) {
        checkTemplate(service, template);
        Set<Map.Entry<String, JsonNode>> members = item.properties();
        for (Map.Entry<String, JsonNode> member : members) {
            if (!member.getKey().equals("parameters") && !Methods.isMethod(member.getKey())) {
                throw new ContractException(
                        service + " writes '" + member.getKey() + "' at " + template + ", which cannot be merged");
            }
        }
        for (Map.Entry<String, JsonNode> member : members) {
            if (Methods.isMethod(member.getKey())) {
                addOperation(service, template, member.getKey(), member.getValue(), item.path("parameters"));
            }
        }
    }

    private void checkTemplate(String service, String template) {
        if (!template.startsWith(PREFIX)) {
            throw new ContractException("the path " + template + " of " + service + " is not below " + PREFIX);
        }
        for (String segment : template.substring(1).split("/", -1)) {
            if (!segment.matches("\\{[A-Za-z0-9]+}|[A-Za-z0-9._~-]+")) {
                throw new ContractException("the path " + template + " of " + service + " has the segment '" + segment
                        + "'; a segment is a plain word or one parameter that fills it");
            }
        }
        String shape = template.replaceAll("\\{[^}]*}", "{}");
        String other = pathShapes.putIfAbsent(shape, template);
        if (other != null && !other.equals(template)) {
            throw new ContractException(
                    "the path " + template + " of " + service + " is also written " + other + ": use the same names");
        }
    }

    private void addOperation(String service, String template, String name, JsonNode written, JsonNode shared) {
        HttpMethod method = Methods.method(name);
        for (Claim claim : claims) {
            if (claim.method().equals(method) && claim.template().equals(template)) {
                throw new ContractException(
                        "both " + claim.service() + " and " + service + " claim " + method + " " + template);
            }
        }
        String id = written.path("operationId").asText(null);
        String other = id == null ? null : operationIds.putIfAbsent(id, service);
        if (other != null) {
            throw new ContractException("both " + other + " and " + service + " use the operationId " + id);
        }
        ObjectNode operation = OperationDocument.of(written, shared);
        paths.computeIfAbsent(template, path -> JsonNodeFactory.instance.objectNode())
                .set(name, operation);
        claims.add(new Claim(method, template, service, operation));
    }

    private Contract contract() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("openapi", own.document().path("openapi"));
        document.set("info", own.document().path("info"));
        document.set("servers", own.document().path("servers"));
        document.putArray("tags").addAll(tags.values());
        ObjectNode merged = document.putObject("paths");
        paths.forEach((template, item) -> merged.set(template, Methods.inOrder(item)));
        document.set("components", Reached.of(merged, components.merged()));
        References.tidy(document);
        Parameters parameters = new Parameters(document);
        return new Contract(
                document,
                claims.stream()
                        .map(claim -> new Operation(
                                claim.method(),
                                claim.template(),
                                claim.service(),
                                claim.operation().path("operationId").asText(null),
                                parameters.ofQuery(claim.operation()),
                                bodyRule(claim),
                                OperationDocument.isOpen(claim.operation()),
                                OperationDocument.isConfidential(claim.operation()),
                                OperationKind.of(claim.method(), claim.operation())))
                        .toList());
    }

    private static BodyRule bodyRule(Claim claim) {
        if (claim.method().equals(HttpMethod.GET) || claim.method().equals(HttpMethod.HEAD)) {
            return BodyRule.NONE;
        }
        for (Map.Entry<String, JsonNode> media :
                claim.operation().path("requestBody").path("content").properties()) {
            if (!media.getKey().endsWith("json")) {
                return BodyRule.LARGE;
            }
        }
        return BodyRule.SMALL;
    }
}
