package cl.observatory.reports.report;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client sends with a request, and again when it does not know whether it was heard. A receipt is made of it, so
 * that it has to be as hard to guess as a receipt.
 */
public record IdempotencyKey(String text) {

    public static final String HEADER = "Idempotency-Key";

    /** Enough of base64url, or of hexadecimal digits, for 128 bits. */
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{22,86}");

    /** 122 random bits at most. */
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final Pattern TOO_FEW_DIGITS = Pattern.compile("[0-9A-Fa-f]{22,31}");

    /**
     * @param header its value, or null
     * @throws ProblemException when it is missing, or cannot hold 128 random bits
     */
    public static IdempotencyKey of(String header) {
        if (header == null) {
            throw refusal("PARAMETER_MISSING");
        }
        if (!FORM.matcher(header).matches()
                || UUID.matcher(header).matches()
                || TOO_FEW_DIGITS.matcher(header).matches()) {
            throw refusal("KEY_TOO_WEAK");
        }
        return new IdempotencyKey(header);
    }

    private static ProblemException refusal(String fault) {
        return new ProblemException(ReportsProblem.REPORT_INVALID)
                .withFaults(List.of(Fault.inParameter(HEADER, fault)));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Says nothing: with the body it gives the receipt, to whoever has the server's key. */
    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
