package cl.observatory.query.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where territories lie.
 *
 * @param edition that they are drawn by, empty when there is none
 * @param day of the division that they are told in
 * @param shapes by code; territories without a boundary have none
 */
public record Drawing(Optional<BoundariesPublished> edition, LocalDate day, Map<String, Shape> shapes) {

    /** All can be told by their null geometry; a warning is for people. */
    private static final int MOST_NAMED = 20;

    /**
     * @param geometry GeoJSON
     */
    public record Shape(String geometry, Box box) {}

    public Optional<Shape> find(String code) {
        return Optional.ofNullable(shapes.get(code));
    }

    /** Null when nothing is drawn. */
    public Box box() {
        return Box.around(shapes.values().stream().map(Shape::box).toList()).orElse(null);
    }

    /** Those that have no shape. */
    public List<String> notDrawn(Collection<String> codes) {
        return codes.stream().filter(code -> !shapes.containsKey(code)).toList();
    }

    /** Null when there is no edition. */
    public BoundarySource source() {
        return edition.map(BoundarySource::of).orElse(null);
    }

    /**
     * @param codes of the territories that were to be drawn
     */
    public List<Warning> warnings(Collection<String> codes, Locale language) {
        if (edition.isEmpty()) {
            return List.of(Warning.of(WarningCode.NO_BOUNDARIES, language));
        }
        List<Warning> warnings = new ArrayList<>();
        List<String> notDrawn = notDrawn(codes);
        if (!notDrawn.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NOT_DRAWN, language, notDrawn.size(), named(notDrawn)));
        }
        LocalDate validFrom = edition.get().validFrom();
        if (validFrom.isAfter(day)) {
            warnings.add(
                    Warning.of(WarningCode.BOUNDARIES_OF_ANOTHER_TIME, language, validFrom.toString(), day.toString()));
        }
        if (edition.get().synthetic()) {
            warnings.add(Warning.of(WarningCode.SYNTHETIC_BOUNDARIES, language));
        }
        return warnings;
    }

    private static String named(List<String> codes) {
        String first = codes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return codes.size() > MOST_NAMED ? first + ", …" : first;
    }
}
