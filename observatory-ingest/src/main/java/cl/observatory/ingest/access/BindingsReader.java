package cl.observatory.ingest.access;

import cl.observatory.ingest.territory.Territories;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the claims of an identity token that bind its scopes: {@code org}, {@code territories}, {@code datasets}. */
final class BindingsReader {

    private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TERRITORY = Pattern.compile("CL|[0-9]{2}|[0-9]{3}|[0-9]{5}");
    private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private BindingsReader() {}

    /**
     * @throws AuthenticationFailedException when a claim is not of its form; reading it as unbound would set it free
     */
    static Bindings read(JsonWebToken token, Territories territories) {
        Optional<Set<String>> codes = texts(claim(token, "territories"), TERRITORY);
        return new Bindings(
                text(claim(token, "org"), ORGANIZATION),
                codes.map(bound -> OwnTerritories.of(bound, territories)).orElse(OwnTerritories.ALL),
                texts(claim(token, "datasets"), DATASET));
    }

    private static Object claim(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        if (claim == null && token.getClaimNames().contains(name)) {
            throw malformed();
        }
        return claim;
    }

    private static Optional<String> text(Object claim, Pattern form) {
        return switch (claim) {
            case null -> Optional.empty();
            case String text -> Optional.of(checked(text, form));
            case JsonString text -> Optional.of(checked(text.getString(), form));
            default -> throw malformed();
        };
    }

    private static Optional<Set<String>> texts(Object claim, Pattern form) {
        return switch (claim) {
            case null -> Optional.empty();
            case JsonArray array
            when !array.isEmpty() -> {
                Set<String> texts = new TreeSet<>();
                for (JsonValue value : array) {
                    texts.add(text(value, form).orElseThrow(BindingsReader::malformed));
                }
                yield Optional.of(Set.copyOf(texts));
            }
            default -> throw malformed();
        };
    }

    private static String checked(String text, Pattern form) {
        if (text.length() > LONGEST || !form.matcher(text).matches()) {
            throw malformed();
        }
        return text;
    }

    private static AuthenticationFailedException malformed() {
        return new AuthenticationFailedException("a binding of the identity token is not of its form");
    }
}
