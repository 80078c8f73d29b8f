package cl.observatory.reports;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Set;

/** Requests with an identity token. */
public final class Caller {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private Caller() {}

    /** Somebody of whom the gateway knows nothing. */
    public static RequestSpecification anybody() {
        return with(Issuer.GATEWAY, Issuer.GATEWAY.claims("anonymous"));
    }

    /**
     * An organization that files for others.
     *
     * @param territories to which it is bound; none is all
     */
    public static RequestSpecification partner(String organization, String... territories) {
        return with(
                Issuer.GATEWAY,
                bound(Issuer.GATEWAY.claims("key of " + organization, "reports:relay"), organization, territories));
    }

    /** A member of staff who moderates for an organization, in some territories or in all. */
    public static RequestSpecification moderator(String name, String organization, String... territories) {
        return with(Issuer.STAFF, bound(Issuer.STAFF.claims(name, "reports:moderate"), organization, territories));
    }

    public static RequestSpecification with(Issuer issuer, JwtClaimsBuilder claims) {
        return RestAssured.given().header("Authorization", "Bearer " + issuer.sign(claims.expiresIn(LIFE)));
    }

    private static JwtClaimsBuilder bound(JwtClaimsBuilder claims, String organization, String... territories) {
        claims.claim("org", organization);
        return territories.length == 0 ? claims : claims.claim("territories", Set.of(territories));
    }
}
