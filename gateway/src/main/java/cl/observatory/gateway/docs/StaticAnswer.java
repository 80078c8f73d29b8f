package cl.observatory.gateway.docs;

import cl.observatory.gateway.exchange.Exchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An answer that stays the same as long as the gateway runs, with a strong ETag made of its content. */
final class StaticAnswer {

    private static final String CACHED = "public, max-age=300";

    private final String mediaType;
    private final Buffer content;
    private final String etag;

    StaticAnswer(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = Buffer.buffer(content);
        this.etag = '"' + sha256(content) + '"';
    }

    void give(Exchange exchange) {
        exchange.response().putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.CACHE_CONTROL, CACHED);
        if (isKnown(exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            exchange.answerEmpty(304);
        } else {
            exchange.answer(200, mediaType, content);
        }
    }

    private boolean isKnown(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String known = tag.strip();
            if (known.equals("*") || known.equals(etag) || known.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
