package cl.observatory.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of the list of allowed hosts.
 *
 * <p>{@code datos.example.cl} allows {@code https} at the usual port of exactly that host: no other host below it, no other
 * port. {@code private:https://files.intranet:8443} states scheme and port, and that the host may stand inside the network:
 * without {@code private:}, an address that is not of the public Internet is refused, and so is {@code http}.
 *
 * @param mayBePrivate whether its address may be of a private network or of this machine
 */
record AllowedHost(String scheme, String host, int port, boolean mayBePrivate) {

    private static final int HTTPS_PORT = 443;
    private static final Pattern ENTRY = Pattern.compile(
            "(private:)?(?:(https?)://)?([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

    /**
     * @throws IllegalArgumentException when the entry has another form, or allows unencrypted transport from the Internet
     */
    static AllowedHost parse(String entry) {
        Matcher form = ENTRY.matcher(entry.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not a host that files can be fetched from: " + entry);
        }
        String scheme = form.group(2) == null ? "https" : form.group(2);
        boolean mayBePrivate = form.group(1) != null;
        if (scheme.equals("http") && (!mayBePrivate || form.group(4) == null)) {
            throw new IllegalArgumentException("http is only for a private host with its port: " + entry);
        }
        int port = form.group(4) == null ? HTTPS_PORT : Integer.parseInt(form.group(4));
        return new AllowedHost(scheme, form.group(3).toLowerCase(Locale.ROOT), port, mayBePrivate);
    }

    boolean allows(URI address) {
        int asked = address.getPort() < 0 ? HTTPS_PORT : address.getPort();
        return scheme.equalsIgnoreCase(address.getScheme())
                && host.equalsIgnoreCase(address.getHost())
                && port == asked;
    }
}
