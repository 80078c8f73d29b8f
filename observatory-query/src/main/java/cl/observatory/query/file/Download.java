package cl.observatory.query.file;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * An answer that is written while it is read, and never lies whole in memory.
 *
 * @param tag strong tag, which has to be known before the first byte
 * @param headers further ones
 */
public record Download(String tag, MediaType mediaType, Map<String, String> headers, StreamingOutput body) {

    private static final Logger LOG = Logger.getLogger(Download.class);

    /** CSV as RFC 4180 has it, with a row of names first. */
    public static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8;header=present");

    /** A text that is there already, in a form of its own. */
    public static Download of(String text, String mediaType) {
        return new Download(
                tag(text),
                MediaType.valueOf(mediaType),
                Map.of(),
                target -> target.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param content everything that its bytes depend on
     */
    public static String tag(String content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(sha256, 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same, cut off when it fails in the middle: whoever reads it must not take it for whole. */
    public Download breakingOff(HttpServerRequest request) {
        return new Download(tag, mediaType, headers, target -> {
            try {
                body.write(target);
            } catch (IOException | RuntimeException failed) {
                LOG.infof("a file broke off: %s", failed.getClass().getSimpleName());
                close(request);
            }
        });
    }

    /** Waits until the connection is closed: what is written meanwhile, the end of a whole file, would still be sent. */
    private static void close(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }
}
