package cl.observatory.reports.filing;

import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.Receipts;
import java.nio.charset.StandardCharsets;

/**
 * What a reporter keeps to prove that she filed, and what the store keeps of it. It comes from the receipt, so that a
 * request that is sent again gives the same one although no secret is stored.
 */
public final class FilingProof {

    private static final byte[] DOMAIN = "observatory filing leaf 1\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] secret;
    private final String text;
    private final byte[] mark;

    private FilingProof(byte[] secret, String text, byte[] mark) {
        this.secret = secret;
        this.text = text;
        this.mark = mark;
    }

    static FilingProof of(Receipts receipts, Receipt receipt, String screened) {
        return new FilingProof(
                receipts.derive(receipt, "filing secret"), CanonicalText.of(screened), mark(receipts, receipt));
    }

    /** Under what the leaf is stored: whoever has the table alone cannot tell to which report it belongs. */
    static byte[] mark(Receipts receipts, Receipt receipt) {
        return receipts.derive(receipt, "filing mark");
    }

    byte[] secret() {
        return secret.clone();
    }

    String text() {
        return text;
    }

    byte[] mark() {
        return mark.clone();
    }

    /** How long the text is in JSON, in bytes. */
    int length() {
        int escaped =
                (int) text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
        return text.getBytes(StandardCharsets.UTF_8).length + escaped;
    }

    byte[] leaf() {
        return Sha256.of(DOMAIN, secret, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing: neither secret nor text may reach a log. */
    @Override
    public String toString() {
        return "FilingProof";
    }
}
