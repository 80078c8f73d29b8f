package cl.observatory.query.cube;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The numbers of series, given out when a series is seen first and remembered. */
@ApplicationScoped
public class SeriesIds {

    private static final int REMEMBERED = 100_000;

    private static final String ADD = """
            insert into series (dataset_id, frequency, level, dimensions, ref_area, derived)
            select :dataset, :frequency::"char", wanted.level, wanted.dimensions, wanted.area, false
            from unnest(:levels, :dimensions, :areas) as wanted (level, dimensions, area)
            on conflict do nothing
            """;

    /** With offset 0 each is found by its whole key, whatever PostgreSQL believes of a table that has just grown. */
    private static final String FIND = """
            select found.id, wanted.dimensions, wanted.area as ref_area
            from unnest(:levels, :dimensions, :areas) as wanted (level, dimensions, area)
            join lateral (
                select id from series
                where dataset_id = :dataset and frequency = :frequency::"char" and level = wanted.level
                  and dimensions = wanted.dimensions and ref_area = wanted.area
                offset 0) found on true
            """;

    private final Jdbi jdbi;
    private final Cache<Key, Integer> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SeriesIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Key(String dataset, Frequency frequency, String dimensions, String area) {}

    /**
     * The series of each row of a batch. New numbers are committed at once, whatever becomes of the batch.
     *
     * @param frequency of the data set
     */
    public int[] of(ObservationBatch batch, Frequency frequency) {
        int[] rows = new int[batch.rows()];
        Map<Long, Integer> places = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            long codes = batch.code(0, row);
            for (int column = 2; column < batch.columns().size() - 1; column++) {
                codes = codes * batch.dictionary(column).size() + batch.code(column, row);
            }
            Integer place = places.get(codes);
            if (place == null) {
                place = keys.size();
                places.put(codes, place);
                keys.add(key(batch, row, frequency));
            }
            rows[row] = place;
        }
        Map<Key, Integer> ids = ids(keys, batch.datasetId(), frequency);
        int[] idOfPlace = keys.stream().mapToInt(ids::get).toArray();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = idOfPlace[rows[row]];
        }
        return rows;
    }

    private static Key key(ObservationBatch batch, int row, Frequency frequency) {
        List<String> dimensions = new ArrayList<>();
        for (int column = 2; column < batch.columns().size() - 1; column++) {
            dimensions.add(batch.dictionary(column).get(batch.code(column, row)));
        }
        return new Key(
                batch.datasetId(),
                frequency,
                String.join("|", dimensions),
                batch.dictionary(0).get(batch.code(0, row)));
    }

    private Map<Key, Integer> ids(List<Key> keys, String dataset, Frequency frequency) {
        Map<Key, Integer> ids = new HashMap<>(remembered.getAllPresent(keys));
        List<Key> unknown = keys.stream().filter(key -> !ids.containsKey(key)).toList();
        if (unknown.isEmpty()) {
            return ids;
        }
        List<String> levels = unknown.stream().map(key -> Levels.of(key.area())).toList();
        List<String> dimensions = unknown.stream().map(Key::dimensions).toList();
        List<String> areas = unknown.stream().map(Key::area).toList();
        Map<Key, Integer> found = jdbi.inTransaction(handle -> {
            handle.createUpdate(ADD)
                    .bind("dataset", dataset)
                    .bind("frequency", frequency.name())
                    .bindArray("levels", String.class, levels)
                    .bindArray("dimensions", String.class, dimensions)
                    .bindArray("areas", String.class, areas)
                    .execute();
            return handle.createQuery(FIND)
                    .bind("dataset", dataset)
                    .bind("frequency", frequency.name())
                    .bindArray("levels", String.class, levels)
                    .bindArray("dimensions", String.class, dimensions)
                    .bindArray("areas", String.class, areas)
                    .reduceRows(new HashMap<Key, Integer>(), (map, row) -> {
                        map.put(
                                new Key(
                                        dataset,
                                        frequency,
                                        row.getColumn("dimensions", String.class),
                                        row.getColumn("ref_area", String.class)),
                                row.getColumn("id", Integer.class));
                        return map;
                    });
        });
        remembered.putAll(found);
        ids.putAll(found);
        return ids;
    }
}
