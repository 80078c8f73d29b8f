package cl.observatory.local.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Keys in files as OpenSSL writes them. */
final class Pem {

    private static final Base64.Encoder BODY = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /**
     * @param what such as {@code PRIVATE KEY}
     */
    static String text(String what, byte[] der) {
        return """
                -----BEGIN %1$s-----
                %2$s
                -----END %1$s-----
                """.formatted(what, BODY.encodeToString(der));
    }

    static byte[] read(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }
}
