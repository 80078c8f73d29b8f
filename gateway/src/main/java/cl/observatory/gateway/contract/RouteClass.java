package cl.observatory.gateway.contract;

import java.util.Locale;

/** What a request is to the limits. The list is closed: it labels metrics, and is stored with what was used. */
public enum RouteClass {
    READ,
    EXPORT,
    WRITE,
    ADMINISTRATION;

    /** As stored and as shown, such as {@code read}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
