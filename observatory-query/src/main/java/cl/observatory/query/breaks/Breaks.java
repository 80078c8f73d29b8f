package cl.observatory.query.breaks;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.query.StoredJson;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The breaks that readers are told of. */
@ApplicationScoped
public class Breaks {

    private static final String NEWEST = """
            select distinct on (dataset_id) definition from break_list
            where (:dataset::text is null or dataset_id = :dataset)
              and (:asOf::timestamptz is null or defined_at <= :asOf::timestamptz)
            order by dataset_id, version desc
            """;

    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Memory<Known, List<Break>> known;

    Breaks(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.known = new Memory<>(generation, REMEMBERED);
    }

    private record Known(String datasetId, Instant asOf) {}

    /** Those of a data set in the order of time, as they were known at an instant; null for the present. */
    public List<Break> of(String datasetId, Instant asOf) {
        return known.get(
                new Known(datasetId, asOf),
                any -> lists(Optional.of(datasetId), asOf).stream()
                        .flatMap(list -> list.breaks().stream())
                        .map(each -> Break.of(datasetId, each))
                        .toList());
    }

    /** The newest list of each data set that has one, or of one data set. */
    List<BreaksDefined> lists(Optional<String> datasetId, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("dataset", datasetId.orElse(null))
                .bind("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .map((row, context) -> StoredJson.read(row.getString(1), BreaksDefined.class))
                .list());
    }
}
