package cl.observatory.ingest.boundary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Builds files of boundaries. Positions are of degrees, longitude first. */
final class GivenFeatures {

    private final List<String> features = new ArrayList<>();
    private String members = "";

    /**
     * @param code as it is to be written, with its quotes when it has any
     */
    GivenFeatures add(String code, String type, String coordinates) {
        features.add("""
                {"type": "Feature", "properties": {"name": "x", "cut": %s},
                 "geometry": {"coordinates": %s, "type": "%s"}}""".formatted(code, coordinates, type));
        return this;
    }

    /** A feature as it is to be written. */
    GivenFeatures add(String feature) {
        features.add(feature);
        return this;
    }

    /** A degree wide and high, counterclockwise. */
    GivenFeatures square(String code, double west, double south) {
        return add(code, "Polygon", square(west, south, 1));
    }

    static String square(double west, double south, double size) {
        return "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]"
                .formatted(west, south, west + size, south + size);
    }

    /** A member of the collection itself. */
    GivenFeatures member(String name, String value) {
        members += "\"%s\": %s, ".formatted(name, value);
        return this;
    }

    byte[] bytes() {
        return "{%s\"features\": [%s], \"type\": \"FeatureCollection\"}"
                .formatted(members, String.join(",\n", features))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Two communes beside each other, whose common border has many corners.
     *
     * @param corners of the border
     */
    static GivenFeatures neighbours(String west, String east, int corners) {
        Random random = new Random(corners);
        List<String> border = new ArrayList<>();
        for (int i = 0; i <= corners; i++) {
            double jagged = i == 0 || i == corners ? 0 : random.nextDouble(-0.004, 0.004);
            border.add(String.format(Locale.ROOT, "[%.6f,%.6f]", -70.5 + jagged, -34 + (double) i / corners));
        }
        String up = border.stream().collect(Collectors.joining(","));
        String down = border.reversed().stream().collect(Collectors.joining(","));
        return new GivenFeatures()
                .add(west, "Polygon", "[[[-71,-34]," + up + ",[-71,-33],[-71,-34]]]")
                .add(east, "Polygon", "[[[-70,-34],[-70,-33]," + down + ",[-70,-34]]]");
    }
}
