package cl.observatory.ingest.imports;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digests of a body that its sender states in {@code Content-Digest} (RFC 9530). */
final class ContentDigest {

    private static final String SHA_256 = "sha-256";
    private static final String SHA_512 = "sha-512";

    private static final String ANY = "[a-z*][a-z0-9_.*-]*=:[A-Za-z0-9+/=]{1,200}:";
    private static final String UNDERSTOOD = "(?:sha-256=:[A-Za-z0-9+/]{43}=:|sha-512=:[A-Za-z0-9+/]{86}==:)";
    private static final String COMMA = "[ \\t]*,[ \\t]*";

    /** At least one digest that is understood here, among others. */
    static final Pattern FORM = Pattern.compile("(?:" + ANY + COMMA + ")*" + UNDERSTOOD + "(?:" + COMMA + ANY + ")*");

    private static final Pattern MEMBER = Pattern.compile("(sha-256|sha-512)=:([A-Za-z0-9+/]+=+):");

    private final Map<String, byte[]> stated;

    private ContentDigest(Map<String, byte[]> stated) {
        this.stated = stated;
    }

    /**
     * @param header of {@link #FORM}
     */
    static ContentDigest parse(String header) {
        Map<String, byte[]> stated = new HashMap<>();
        for (Matcher member = MEMBER.matcher(header); member.find(); ) {
            stated.put(member.group(1), Base64.getDecoder().decode(member.group(2)));
        }
        return new ContentDigest(stated);
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
