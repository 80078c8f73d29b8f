package cl.observatory.ingest.imports;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digests of a body that its sender states in {@code Content-Digest} (RFC 9530). */
final class ContentDigest {

    private static final String SHA_256 = "sha-256";
    private static final String SHA_512 = "sha-512";

    private static final Pattern MEMBER =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]{1,200}={0,2}):\\s*");
    private static final Map<String, Integer> LENGTHS = Map.of(SHA_256, 32, SHA_512, 64);

    private final Map<String, byte[]> stated;

    private ContentDigest(Map<String, byte[]> stated) {
        this.stated = stated;
    }

    /** Empty when it is malformed, or has no digest that is understood here. */
    static Optional<ContentDigest> parse(String header) {
        Map<String, byte[]> stated = new HashMap<>();
        for (String member : header.split(",", -1)) {
            Matcher matcher = MEMBER.matcher(member);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Integer length = LENGTHS.get(matcher.group(1));
            if (length != null) {
                byte[] digest = decode(matcher.group(2));
                if (digest.length != length) {
                    return Optional.empty();
                }
                stated.put(matcher.group(1), digest);
            }
        }
        return stated.isEmpty() ? Optional.empty() : Optional.of(new ContentDigest(stated));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    boolean needsSha512() {
        return stated.containsKey(SHA_512);
    }

    /** Whether every digest that is stated is that of the file. */
    boolean isOf(SourceArchive file) {
        return (!stated.containsKey(SHA_256) || MessageDigest.isEqual(stated.get(SHA_256), file.digest256()))
                && (!stated.containsKey(SHA_512) || MessageDigest.isEqual(stated.get(SHA_512), file.digest512()));
    }
}
