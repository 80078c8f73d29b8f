package cl.observatory.reports.envelope;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import java.util.Arrays;
import java.util.List;

/** The one size of bodies on the routes of reports, and which routes these are. */
public final class Envelope {

    /** In bytes, white space behind the JSON included. */
    public static final int SIZE = 16_384;

    private static final List<String> ROUTES = List.of("/v1/reports", "/v1/relayed-reports");

    private Envelope() {}

    static boolean covers(String path) {
        return ROUTES.stream().anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
    }

    /**
     * @throws IllegalStateException when it does not fit
     */
    static byte[] pad(byte[] json) {
        if (json.length > SIZE) {
            throw new IllegalStateException("An answer of " + json.length + " bytes does not fit");
        }
        byte[] padded = Arrays.copyOf(json, SIZE);
        Arrays.fill(padded, json.length, SIZE, (byte) ' ');
        return padded;
    }

    /**
     * @param body as many bytes as came, at most one more than the size
     */
    static void check(byte[] body) {
        if (body.length > SIZE) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
        if (body.length < SIZE) {
            throw new ProblemException(ReportsProblem.BODY_NOT_PADDED, Integer.toString(SIZE));
        }
    }
}
