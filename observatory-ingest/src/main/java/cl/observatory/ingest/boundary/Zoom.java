package cl.observatory.ingest.boundary;

/**
 * How much of the country a map shows, and so how much of a shape can be seen. A shape keeps every corner that makes a
 * triangle of more than the square of the tolerance; islands smaller than that are left out.
 */
enum Zoom {
    /** A map of the country: about 2 km to a pixel. */
    country(0.02),
    /** A map of a region: about 500 m to a pixel. */
    region(0.005),
    /** A map of a commune: about 50 m to a pixel. */
    commune(0.0005);

    private final double tolerance;

    Zoom(double tolerance) {
        this.tolerance = tolerance;
    }

    /** In degrees; one of latitude is 111 km, one of longitude 105 km in Arica and 64 km in Punta Arenas. */
    double tolerance() {
        return tolerance;
    }

    /** The smallest island that is kept, in square degrees. */
    double smallestArea() {
        return tolerance * tolerance;
    }
}
