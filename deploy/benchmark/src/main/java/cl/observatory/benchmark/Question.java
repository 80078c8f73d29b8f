package cl.observatory.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * One request for an answer.
 *
 * @param path with its query
 */
record Question(String path) {

    /**
     * As bytes on the wire.
     *
     * @param token of the gateway, null without one
     * @param tag of an answer that the reader has, null for none
     */
    byte[] request(String token, String tag) {
        StringBuilder text = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (token != null) {
            text.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (tag != null) {
            text.append("If-None-Match: ").append(tag).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The same question in words that nobody has used before, so that no answer to it is kept. */
    Question anew(long number) {
        return new Question(path + (path.contains("?") ? "&" : "?") + "unasked=" + number);
    }

    static Question series(String indicator, String territory, String period) {
        return new Question("/v1/indicators/" + indicator + "/series?territory=" + territory + "&period=" + period);
    }

    static Question ranking(String indicator, int year) {
        return new Question("/v1/indicators/" + indicator + "/ranking?period=" + year);
    }
}
