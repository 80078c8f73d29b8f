package cl.observatory.query.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What GeoJSON calls a collection. */
@Schema(name = "FeatureCollectionType")
public enum FeatureCollectionType {
    FeatureCollection
}
