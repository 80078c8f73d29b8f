package cl.observatory.query.memory;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An answer as it was sent.
 *
 * @param body never written to
 * @param tag with its quotes
 * @param contentType of the body
 * @param headers all others, its tag among them
 */
public record KeptAnswer(Buffer body, String tag, String contentType, List<Header> headers) {

    /** A line of the head. */
    public record Header(String name, String value) {}

    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

    /** Bytes that it takes, about. */
    int size() {
        return body.length()
                + headers.stream()
                        .mapToInt(header ->
                                header.name().length() + header.value().length())
                        .sum();
    }

    /**
     * Whether a caller has the answer of a tag already; weak tags count too (RFC 9110, 13.1.2).
     *
     * @param ifNoneMatch list of tags, null when there is none
     */
    public static boolean isNamedBy(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || TAG.matcher(ifNoneMatch)
                                .results()
                                .anyMatch(named -> named.group().equals(tag)));
    }
}
