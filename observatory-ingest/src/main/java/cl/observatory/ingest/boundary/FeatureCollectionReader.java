package cl.observatory.ingest.boundary;

import cl.observatory.problem.Fault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a GeoJSON feature collection (RFC 7946) feature by feature, while it arrives. What it does not know it passes
 * over, as the standard wants it.
 */
final class FeatureCollectionReader {

    /** Names of the only reference system there is (RFC 7946, 4), as older files still give it. */
    private static final Set<String> WGS84 = Set.of("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84");

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // what is left behind the document is read by whoever keeps the file
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final String codeProperty;
    private final int mostPositions;

    FeatureCollectionReader(String codeProperty, int mostPositions) {
        this.codeProperty = codeProperty;
        this.mostPositions = mostPositions;
    }

    /**
     * @param features gets each of them
     * @return what is wrong with the file as a whole
     * @throws IOException when it does not arrive whole
     */
    Optional<Fault> read(InputStream file, Consumer<Feature> features) throws IOException {
        try (JsonParser parser = JSON.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of(Fault.inBody("", "NOT_A_FEATURE_COLLECTION"));
            }
            Optional<Fault> fault = readCollection(parser, features);
            return fault.isEmpty() && parser.nextToken() != null ? Optional.of(Fault.inBody("", "NOT_JSON")) : fault;
        } catch (StreamReadException malformed) {
            return Optional.of(Fault.inBody("", "NOT_JSON"));
        }
    }

    private Optional<Fault> readCollection(JsonParser parser, Consumer<Feature> features) throws IOException {
        boolean isCollection = false;
        int read = 0;
        Optional<Fault> fault = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                isCollection = parser.getText().equals("FeatureCollection");
            } else if (name.equals("features") && value == JsonToken.START_ARRAY) {
                read = readFeatures(parser, features);
            } else if (name.equals("crs") && !isWgs84(parser)) {
                fault = Optional.of(Fault.inBody("/crs", "OTHER_REFERENCE_SYSTEM"));
            } else {
                parser.skipChildren();
            }
        }
        if (!isCollection || read == 0) {
            return Optional.of(Fault.inBody("", "NOT_A_FEATURE_COLLECTION"));
        }
        return fault;
    }

    private int readFeatures(JsonParser parser, Consumer<Feature> features) throws IOException {
        OutlineReader outlines = new OutlineReader(parser, mostPositions);
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            features.accept(
                    parser.currentToken() == JsonToken.START_OBJECT
                            ? readFeature(parser, outlines, index)
                            : notAFeature(parser, index));
            index++;
        }
        return index;
    }

    private static Feature notAFeature(JsonParser parser, int index) throws IOException {
        parser.skipChildren();
        return new Feature(index, null, null);
    }

    private Feature readFeature(JsonParser parser, OutlineReader outlines, int index) throws IOException {
        String code = null;
        Outline outline = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("geometry")) {
                outline = outlines.read();
            } else if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                code = readCode(parser);
            } else {
                parser.skipChildren();
            }
        }
        return new Feature(index, code, outline);
    }

    private String readCode(JsonParser parser) throws IOException {
        String code = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!name.equals(codeProperty)) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                code = parser.getText().strip();
            } else if (value.isNumeric()) {
                // map programs write whole numbers as 1101.0 too
                code = parser.getText().replaceFirst("\\.0+$", "");
            } else {
                parser.skipChildren();
            }
        }
        return code;
    }

    /** Null stands for a system that cannot be told (GeoJSON of 2008), which is another one. */
    private static boolean isWgs84(JsonParser parser) throws IOException {
        boolean known = false;
        int depth = parser.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                known = WGS84.contains(parser.getText());
            }
        }
        return known;
    }
}
