package cl.observatory.query.boundary;

/** GeoJSON, RFC 7946. */
public final class GeoJson {

    public static final String MEDIA_TYPE = "application/geo+json";

    private GeoJson() {}
}
