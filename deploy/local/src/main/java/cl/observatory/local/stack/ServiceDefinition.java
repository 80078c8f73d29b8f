package cl.observatory.local.stack;

import java.util.List;
import java.util.Set;

/**
 * One of our services, as the stack knows it: data, so that a new one is a line here.
 *
 * @param name of its process, its database and its role
 * @param module its folder in the checkout
 * @param usualManagementPort for health and metrics
 */
public record ServiceDefinition(String name, String module, int usualPort, int usualManagementPort, Set<Need> needs) {

    /** What a service is given besides its ports and its database. */
    public enum Need {
        KAFKA,
        /** The keys with which it verifies who is calling. */
        VERIFICATION,
        /** The key with which it signs who is calling. */
        SIGNING,
        API_KEYS,
        /** The addresses of the services behind it. */
        BACKENDS,
        /** Where the public reaches all of it. */
        PUBLIC_ADDRESS
    }

    /** The services in the order in which a reader meets them. */
    public static List<ServiceDefinition> all() {
        return List.of(
                new ServiceDefinition(
                        "ingest", "observatory-ingest", 8081, 9081, Set.of(Need.KAFKA, Need.VERIFICATION)),
                new ServiceDefinition(
                        "query",
                        "observatory-query",
                        8082,
                        9082,
                        Set.of(Need.KAFKA, Need.VERIFICATION, Need.PUBLIC_ADDRESS)),
                new ServiceDefinition(
                        "gateway", "gateway", 8080, 9080, Set.of(Need.SIGNING, Need.API_KEYS, Need.BACKENDS)));
    }

    String portName() {
        return name;
    }

    String managementPortName() {
        return name + "-management";
    }

    boolean isDoor() {
        return needs.contains(Need.BACKENDS);
    }
}
