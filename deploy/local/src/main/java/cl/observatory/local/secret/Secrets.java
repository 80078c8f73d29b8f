package cl.observatory.local.secret;

import cl.observatory.local.process.PrivateFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The secrets of one stack, in two folders: one for what must stay secret, one for what others may verify with. */
public final class Secrets {

    private static final int PASSWORD_LENGTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path secrets;
    private final Path identity;

    public Secrets(Path secrets, Path identity) {
        this.secrets = secrets;
        this.identity = identity;
    }

    /**
     * Makes what is missing, and leaves what is there.
     *
     * @param accounts for each of which there is to be a password
     */
    public void createMissing(List<String> accounts) {
        try {
            PrivateFiles.createFolder(secrets);
            PrivateFiles.createFolder(identity);
            for (String account : accounts) {
                if (!Files.exists(passwordFile(account))) {
                    PrivateFiles.write(passwordFile(account), Base32.random(random, PASSWORD_LENGTH));
                }
            }
            SigningKey.createIfMissing(signingKey(), keySet());
            staff().createIfMissing();
            reports().createMissing(random);
            createMissingApiKeys();
            PrivateFiles.write(gatewayKeys(), forGateway());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write secrets to " + secrets, failed);
        }
    }

    public Path passwordFile(String account) {
        return secrets.resolve(account + ".password");
    }

    public String password(String account) {
        try {
            return Files.readString(passwordFile(account)).trim();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the password of " + account, failed);
        }
    }

    public ApiKey apiKey(LocalPrincipal principal) {
        Properties keys = new Properties();
        try (var reader = Files.newBufferedReader(apiKeys())) {
            keys.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the API keys", failed);
        }
        return ApiKey.parse(keys.getProperty(principal.shortName(), ""));
    }

    public Path signingKey() {
        return secrets.resolve("gateway-signing-key.pem");
    }

    public Path keySet() {
        return identity.resolve("gateway.jwks.json");
    }

    public StaffIssuer staff() {
        return new StaffIssuer(
                secrets.resolve("local-staff-signing-key.pem"), identity.resolve("local-staff.jwks.json"));
    }

    public ReportsSecrets reports() {
        return new ReportsSecrets(secrets.resolve("reports"), identity);
    }

    public Path apiKeys() {
        return secrets.resolve("api-keys.properties");
    }

    public Path gatewayKeys() {
        return secrets.resolve("gateway-keys.json");
    }

    /** A stack of before there was a principal gets a key for it, and keeps the others. */
    private void createMissingApiKeys() throws IOException {
        String known = Files.exists(apiKeys()) ? Files.readString(apiKeys()) : "";
        StringBuilder lines = new StringBuilder(known);
        for (LocalPrincipal principal : LocalPrincipal.values()) {
            if (known.lines().noneMatch(line -> line.startsWith(principal.shortName() + "="))) {
                lines.append(principal.shortName())
                        .append('=')
                        .append(ApiKey.random(random).text())
                        .append('\n');
            }
        }
        if (lines.length() > known.length()) {
            PrivateFiles.write(apiKeys(), lines.toString());
        }
    }

    /** What the gateway imports at its start: everything but the keys themselves. */
    private String forGateway() throws IOException {
        List<Map<String, Object>> imported = new ArrayList<>();
        for (LocalPrincipal principal : LocalPrincipal.values()) {
            ApiKey key = apiKey(principal);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", key.id());
            entry.put("principal", principal.fullName());
            entry.put("scopes", principal.scopes());
            entry.putAll(principal.bindings());
            entry.put("sha256", key.sha256());
            imported.add(entry);
        }
        return new ObjectMapper().writeValueAsString(imported);
    }
}
