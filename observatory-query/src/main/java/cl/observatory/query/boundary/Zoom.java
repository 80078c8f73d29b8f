package cl.observatory.query.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of the country a map shows, and so how much of a shape can be seen. */
@Schema(
        name = "Zoom",
        description = "country: corners within about 2 km are left out; region: within about 500 m; commune: within "
                + "about 50 m.")
public enum Zoom {
    country,
    region,
    commune;

    private static final String COUNTRY = "CL";
    private static final int DIGITS_OF_A_REGION = 2;

    /** That of a map that a territory fills. */
    public static Zoom filledBy(String territory) {
        if (territory.equals(COUNTRY)) {
            return country;
        }
        return territory.length() == DIGITS_OF_A_REGION ? region : commune;
    }
}
