package cl.observatory.ingest.boundary;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads geometries position by position, whatever the order of their members, and never more positions than are taken of
 * a file.
 */
final class OutlineReader {

    private static final int LONGITUDE_LATITUDE = 2;

    private final JsonParser parser;
    private final int most;
    private int taken;

    OutlineReader(JsonParser parser, int most) {
        this.parser = parser;
        this.most = most;
    }

    /**
     * Reads the value at which the parser stands, to its end.
     *
     * @return null for a feature that lies nowhere
     * @throws ProblemException when the file has too many positions
     */
    Outline read() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Outline(null, 0, List.of(), true);
        }
        String type = null;
        Positions positions = new Positions();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                positions = new Positions();
                positions.readArray(1);
            } else {
                parser.skipChildren();
            }
        }
        return positions.of(type);
    }

    /** What the arrays of {@code coordinates} hold. */
    private final class Positions {

        private final List<List<List<Coordinate>>> polygons = new ArrayList<>();
        private int depth;
        private boolean malformed;

        Outline of(String type) {
            return new Outline(type, depth, polygons, malformed);
        }

        /** Reads the array that has begun, and what it holds. */
        void readArray(int level) throws IOException {
            JsonToken first = parser.nextToken();
            if (first != null && first.isNumeric()) {
                readPosition(level);
                return;
            }
            begin(level);
            for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    readArray(level + 1);
                } else {
                    malformed = true;
                    parser.skipChildren();
                }
            }
        }

        /** What an array is follows from how deep positions lie, which the first of them tells. */
        private void begin(int level) {
            if (depth > 0 && level == depth - 2) {
                polygons.add(new ArrayList<>());
            } else if (depth > 0 && level == depth - 1) {
                polygons.getLast().add(new ArrayList<>());
            }
        }

        private void readPosition(int level) throws IOException {
            if (depth == 0) {
                depth = level;
                polygons.add(new ArrayList<>());
                polygons.getLast().add(new ArrayList<>());
            }
            double[] numbers = new double[LONGITUDE_LATITUDE];
            int count = 0;
            for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (!token.isNumeric()) {
                    malformed = true;
                    parser.skipChildren();
                } else if (count < LONGITUDE_LATITUDE) {
                    numbers[count++] = parser.getDoubleValue();
                }
            }
            if (++taken > most) {
                throw new ProblemException(IngestProblem.TOO_MANY_POSITIONS, most);
            }
            if (count < LONGITUDE_LATITUDE || level != depth) {
                malformed = true;
            } else {
                polygons.getLast().getLast().add(new Coordinate(numbers[0], numbers[1]));
            }
        }
    }
}
