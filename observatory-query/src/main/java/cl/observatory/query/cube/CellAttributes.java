package cl.observatory.query.cube;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads what stands beside the values of estimates. */
@ApplicationScoped
public class CellAttributes {

    private static final String READ = """
            select code as ref_area, period, std_err, lower_ci, upper_ci, sample_size, df
            from membership join told on ref_area = member
            join told_attribute using (series_id, period, from_release)
            where dataset_id = :dataset and frequency = :frequency::"char"
              and dimensions = any (:dimensions) and code = any (:areas) and same_level and weight = 1 and {division}
              and period between :first and :last and from_release <= :key and until_release > :key
            """;

    private final Jdbi jdbi;

    CellAttributes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Where a value stands.
     *
     * @param first first day of its period
     */
    public record Place(String area, LocalDate first) {}

    /** By place; of cells without any there is none. The slice names one combination of codes: nothing is added up. */
    public Map<Place, Attributes> of(Cube.Slice slice, Frequency frequency, Period first, Period last) {
        String lastDay = "((told.period + interval '%d months')::date - 1)".formatted(frequency.months());
        String sql = READ.replace("{division}", slice.boundaries().condition("membership", lastDay));
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("dataset", slice.datasetId())
                .bind("frequency", frequency.name())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas())
                .bind("first", first.start())
                .bind("last", last.start())
                .bind("key", slice.releaseKey())
                .map((row, context) -> Map.entry(
                        new Place(row.getString("ref_area"), row.getObject("period", LocalDate.class)),
                        Attributes.read(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
