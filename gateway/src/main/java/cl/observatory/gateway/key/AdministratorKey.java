package cl.observatory.gateway.key;

import cl.observatory.gateway.partner.Partners;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * The command by which a deployment gets its first administrator: prints a key, and ends. Nothing listens meanwhile, and
 * whatever would begin by itself asks {@link #isAskedFor()}.
 */
@ApplicationScoped
@Unremovable
public class AdministratorKey implements QuarkusApplication {

    /** The first argument of the program. */
    public static final String COMMAND = "administrator-key";

    private static final String USUAL_PARTNER = "administrators";
    private static final int NOT_TOLD = 1;
    private static final int MISUSED = 2;

    private static final Logger LOG = Logger.getLogger(AdministratorKey.class);

    private final PartnerKeys keys;

    AdministratorKey(PartnerKeys keys) {
        this.keys = keys;
    }

    /** Whether this process runs the command and nothing else. */
    public static boolean isAskedFor() {
        return Boolean.getBoolean(COMMAND);
    }

    /**
     * @param arguments the command, and optionally the id of the partner who gets the key
     */
    @Override
    public int run(String... arguments) {
        String partner = arguments.length > 1 ? arguments[1] : USUAL_PARTNER;
        if (arguments.length > 2 || !Partners.isId(partner)) {
            LOG.error("Use " + COMMAND + " [PARTNER]: small letters and digits, parted by -.");
            return MISUSED;
        }
        // Nothing but the key, so that a command may be made of it; the log goes elsewhere.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        out.println(keys.issueToAdministrator(partner).key());
        return out.checkError() ? NOT_TOLD : 0;
    }
}
