package cl.observatory.gateway.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys for tests; their checksums were computed outside Java, as a partner would. */
public final class Keys {

    public static final String STEWARD = "obs_test_0000stew_0123456789abcdefghjkmnpqrstvwxyzw704sx";
    public static final String APPROVER = "obs_test_0000appr_0123456789abcdefghjkmnpqrstvwxyzc9qvtj";

    public static final String ADMINISTRATOR = "obs_test_0000adm0_0123456789abcdefghjkmnpqrstvwxyzrvxr6y";

    /** Well formed, and stored nowhere. */
    public static final String UNKNOWN = "obs_test_0000nne0_0123456789abcdefghjkmnpqrstvwxyztjw031";

    /** The id and the checksum of another key than the stored one. */
    public static final String FORGED = "obs_test_0000stew_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzp0cwhs";

    private Keys() {}

    static Path file(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("keys.json"), """
                [{"id": "0000stew", "principal": "steward", "scopes": ["data:read", "data:write"], "sha256": "%s"},
                 {"id": "0000appr", "principal": "approver", "scopes": ["data:read", "data:approve"], "sha256": "%s",
                  "organization": "ministry", "territories": ["13", "05101"], "datasets": ["local-cases"]},
                 {"id": "0000adm0", "principal": "administrator", "sha256": "%s",
                  "scopes": ["partners:admin", "data:read", "data:write", "reports:relay"]}]
                """.formatted(sha256(STEWARD), sha256(APPROVER), sha256(ADMINISTRATOR)));
    }

    public static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
