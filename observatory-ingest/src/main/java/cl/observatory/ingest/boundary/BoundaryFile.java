package cl.observatory.ingest.boundary;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.conflict.ShownText;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;

/** Takes the communes out of one file, and gathers what is wrong with it. */
final class BoundaryFile {

    private static final String COMMUNE = "commune";

    /** As many faults are told at once; a file in another reference system has one for each feature. */
    private static final int MOST_FAULTS = 50;

    private final NewBoundaries asked;
    private final Set<String> communes;
    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<String, Geometry> shapes = new TreeMap<>();
    private final SortedSet<String> repaired = new TreeSet<>();

    BoundaryFile(NewBoundaries asked, Territories territories) {
        this.asked = asked;
        this.communes = territories.codes(COMMUNE);
    }

    /**
     * @throws ProblemException with everything that is wrong, feature by feature
     * @throws IOException when the file does not arrive whole
     */
    DrawnCommunes read(InputStream file, int mostPositions) throws IOException {
        new FeatureCollectionReader(asked.codeProperty(), mostPositions)
                .read(file, this::take)
                .ifPresent(faults::addFirst);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.BOUNDARIES_REFUSED)
                    .withFaults(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        if (shapes.isEmpty()) {
            throw new ProblemException(IngestProblem.BOUNDARIES_REFUSED)
                    .withFaults(List.of(Fault.inBody("/features", "NO_COMMUNES")));
        }
        return new DrawnCommunes(shapes, repaired);
    }

    private void take(Feature feature) {
        if (feature.code() == null) {
            faults.add(Fault.inBody(feature.pointer("properties"), "CODE_PROPERTY_MISSING", asked.codeProperty()));
        } else if (!asked.ignoredCodes().contains(feature.code())) {
            fault(feature).ifPresent(faults::add);
        }
    }

    /** Takes the shape of a feature, or tells what is wrong with it. */
    private Optional<Fault> fault(Feature feature) {
        String commune = feature.commune();
        if (!communes.contains(commune)) {
            return Optional.of(Fault.inBody(feature.pointer("properties"), "COMMUNE_UNKNOWN", ShownText.of(commune)));
        }
        if (shapes.containsKey(commune)) {
            return Optional.of(Fault.inBody(feature.pointer("properties"), "COMMUNE_TWICE", commune));
        }
        if (feature.outline() == null) {
            return Optional.empty();
        }
        return AreaCheck.ofPositions(feature).or(() -> take(feature, commune));
    }

    private Optional<Fault> take(Feature feature, String commune) {
        Geometry area = Grid.area(feature.outline());
        Optional<Fault> crossing = AreaCheck.ofArea(feature, area);
        if (crossing.isPresent() && !asked.repair()) {
            return crossing;
        }
        Geometry shape = crossing.isPresent() ? Grid.mended(area) : Grid.rounded(area);
        if (shape.isEmpty()) {
            return Optional.of(Fault.inBody(feature.pointer("geometry"), "NOT_AN_AREA", commune));
        }
        crossing.ifPresent(mended -> repaired.add(commune));
        shapes.put(commune, shape);
        return Optional.empty();
    }
}
