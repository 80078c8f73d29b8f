package cl.observatory.gateway;

import cl.observatory.gateway.key.AdministratorKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway, or has it do one thing and end: see {@link AdministratorKey}. */
@QuarkusMain
public final class Gateway {

    /**
     * Quarkus answers a target that is no URI with a bare 400 before any handler sees it. The door refuses more than that,
     * and with a problem document; so it is given the chance. Read once, when the server's classes are loaded.
     */
    public static final String DOOR_CHECKS_TARGETS = "vertx.disableURIValidation";

    private Gateway() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(AdministratorKey.COMMAND)) {
            System.setProperty(AdministratorKey.COMMAND, "true");
            // Above what the environment sets for the service.
            System.setProperty("quarkus.profile", "prod," + AdministratorKey.COMMAND);
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            Quarkus.run(AdministratorKey.class, arguments);
        } else {
            System.setProperty(DOOR_CHECKS_TARGETS, "true");
            Quarkus.run(arguments);
        }
    }
}
