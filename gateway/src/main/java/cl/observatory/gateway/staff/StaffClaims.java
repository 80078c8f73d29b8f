package cl.observatory.gateway.staff;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Makes a caller of the claims of a verified token.
 *
 * @param rolesPath the claim with the roles, by its name or by a path with slashes
 * @param organizationClaim where set, tokens need it
 */
record StaffClaims(String rolesPath, RoleScopes scopes, Optional<String> organizationClaim) {

    private static final String PRINCIPAL = "staff:";

    /** In bytes; a hash of this length is met by no second person. */
    private static final int PRINCIPAL_LENGTH = 16;

    /** Nothing when the token does not say whom the person works for, and has to. */
    Optional<Caller> callerOf(JwtClaims claims) throws MalformedClaimException {
        Bindings bindings = Bindings.NONE;
        if (organizationClaim.isPresent()) {
            try {
                String organization = claims.getStringClaimValue(organizationClaim.get());
                if (organization == null) {
                    return Optional.empty();
                }
                bindings = new Bindings(organization, null, null);
            } catch (IllegalArgumentException noOrganization) {
                return Optional.empty();
            }
        }
        return Optional.of(new Caller(
                principal(claims.getIssuer(), claims.getSubject()),
                scopes.of(roles(claims), Caller.ANONYMOUS.scopes()),
                bindings));
    }

    /** The same for a person for good, and a hash since some providers name people by their e-mail addresses. */
    private static String principal(String issuer, String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + " " + subject).getBytes(StandardCharsets.UTF_8));
            return PRINCIPAL + HexFormat.of().formatHex(hash, 0, PRINCIPAL_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> roles(JwtClaims claims) {
        Object value = claims.getClaimValue(rolesPath);
        if (value == null) {
            value = claims.getClaimsMap();
            for (String name : rolesPath.split("/", -1)) {
                value = value instanceof Map<?, ?> object ? object.get(name) : null;
            }
        }
        return switch (value) {
            case Collection<?> several ->
                several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case String one -> List.of(one.split(" ", -1));
            case null, default -> List.of();
        };
    }
}
