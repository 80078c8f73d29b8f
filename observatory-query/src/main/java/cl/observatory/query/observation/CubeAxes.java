package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A slice as a cube: what stands along each axis, and the place of a cell when all are counted one after the other, the
 * last axis fastest. The axes are the data set's own dimensions, territories and periods.
 *
 * @param codes of each dimension, in the order of their codes
 * @param areas in geographic order
 */
record CubeAxes(List<List<String>> codes, List<Territory> areas, List<Period> periods) {

    /**
     * @param areas codes of the territories that the slice has series of
     * @param dimensions the codes of its series, in the data set's order, joined by '|'
     */
    static CubeAxes of(AskedSlice asked, List<String> areas, List<String> dimensions) {
        int number = asked.dataset().dimensions().size();
        List<SortedSet<String>> codes = new ArrayList<>();
        IntStream.range(0, number).forEach(any -> codes.add(new TreeSet<>()));
        for (String each : number == 0 ? List.<String>of() : dimensions) {
            String[] parts = each.split("\\|", -1);
            IntStream.range(0, number).forEach(i -> codes.get(i).add(parts[i]));
        }
        Set<String> known = Set.copyOf(areas);
        return new CubeAxes(
                codes.stream().map(List::copyOf).toList(),
                asked.selection().found().stream()
                        .filter(territory -> known.contains(territory.code()))
                        .toList(),
                asked.told().map(PeriodRange::periods).orElse(List.of()));
    }

    List<String> ids(DatasetDefined dataset) {
        List<String> ids = new ArrayList<>(
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList());
        ids.addAll(List.of("REF_AREA", "TIME_PERIOD"));
        return ids;
    }

    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(codes.stream().map(List::size).toList());
        sizes.addAll(List.of(areas.size(), periods.size()));
        return sizes;
    }

    /** Whether nothing has a place in it. */
    boolean isEmpty() {
        return sizes().contains(0);
    }

    /** Finds places. */
    Places places() {
        return new Places(
                codes.stream().map(CubeAxes::places).toList(),
                places(areas.stream().map(Territory::code).toList()),
                periods.isEmpty() ? 0 : periods.getFirst().ordinal(),
                periods.size());
    }

    private static Map<String, Integer> places(List<String> axis) {
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, axis.size()).forEach(i -> places.put(axis.get(i), i));
        return places;
    }

    /**
     * Where each cell is.
     *
     * @param first ordinal of the first period
     */
    record Places(List<Map<String, Integer>> codes, Map<String, Integer> areas, int first, int periods) {

        /** Of the cell of the first period of a series. */
        long ofSeries(String area, String dimensions) {
            String[] parts = dimensions.split("\\|", -1);
            long place = 0;
            for (int i = 0; i < codes.size(); i++) {
                place = place * codes.get(i).size() + codes.get(i).get(parts[i]);
            }
            return (place * areas.size() + areas.get(area)) * periods;
        }

        /** The places along the axes of territories and of dimensions, parted by colons. */
        String keyOf(String area, String dimensions) {
            StringBuilder key = new StringBuilder().append(areas.get(area));
            String[] parts = dimensions.split("\\|", -1);
            for (int i = 0; i < codes.size(); i++) {
                key.append(':').append(codes.get(i).get(parts[i]));
            }
            return key.toString();
        }

        /** How far behind that of the first period, by its ordinal. */
        int ofPeriod(int ordinal) {
            return ordinal - first;
        }
    }
}
