package cl.observatory.query.dataset;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.StoredJson;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The data sets that readers can ask for. */
@ApplicationScoped
public class Datasets {

    /** An id that may exist. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Memory<String, Optional<DatasetDefined>> definitions;

    Datasets(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.definitions = new Memory<>(generation, REMEMBERED);
    }

    public List<DatasetDefined> list() {
        return jdbi.withHandle(handle -> handle.createQuery("select definition from dataset order by id")
                .map((row, context) -> StoredJson.read(row.getString(1), DatasetDefined.class))
                .list());
    }

    /**
     * @throws ProblemException when there is none of that id
     */
    public DatasetDefined get(String id) {
        return definitions
                .get(id, this::read)
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_DATASET, id));
    }

    private Optional<DatasetDefined> read(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select definition from dataset where id = :id")
                .bind("id", id)
                .map((row, context) -> StoredJson.read(row.getString(1), DatasetDefined.class))
                .findOne());
    }
}
