package cl.observatory.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

    /**
     * Quarkus answers a target that is no URI with a bare 400 before any handler sees it. The door refuses more than that,
     * and with a problem document; so it is given the chance. Read once, when the server's classes are loaded.
     */
    public static final String DOOR_CHECKS_TARGETS = "vertx.disableURIValidation";

    private Gateway() {}

    public static void main(String... arguments) {
        System.setProperty(DOOR_CHECKS_TARGETS, "true");
        Quarkus.run(arguments);
    }
}
