package cl.observatory.audit;

import java.util.regex.Pattern;

/**
 * An end that the chain has or had: a number and the hash of the entry of that number. Whoever keeps one elsewhere can
 * show later that nothing up to it was touched.
 *
 * @param hash in hexadecimal digits
 */
public record AuditHead(long sequence, String hash) {

    /** Before the first entry. */
    public static final AuditHead START = new AuditHead(0, "0".repeat(64));

    public static final Pattern FORM = Pattern.compile("[0-9]{1,18}:[0-9a-f]{64}");

    /**
     * @param text of the form {@link #FORM}
     */
    public static AuditHead parse(String text) {
        String[] parts = text.split(":", 2);
        return new AuditHead(Long.parseLong(parts[0]), parts[1]);
    }

    /** As people keep it. */
    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
