package cl.observatory.query.indicator;

import cl.observatory.events.reference.IndicatorDefined;
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

/** The indicators that readers can ask for. */
@ApplicationScoped
public class Indicators {

    /** A code that may exist. */
    public static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Memory<String, Optional<IndicatorDefined>> definitions;

    Indicators(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.definitions = new Memory<>(generation, REMEMBERED);
    }

    public List<IndicatorDefined> list() {
        return jdbi.withHandle(handle -> handle.createQuery("select definition from indicator order by code")
                .map((row, context) -> StoredJson.read(row.getString(1), IndicatorDefined.class))
                .list());
    }

    /**
     * @throws ProblemException when there is none of that code
     */
    public IndicatorDefined get(String code) {
        return find(code).orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_INDICATOR, code));
    }

    public Optional<IndicatorDefined> find(String code) {
        return definitions.get(code, this::read);
    }

    private Optional<IndicatorDefined> read(String code) {
        return jdbi.withHandle(handle -> handle.createQuery("select definition from indicator where code = :code")
                .bind("code", code)
                .map((row, context) -> StoredJson.read(row.getString(1), IndicatorDefined.class))
                .findOne());
    }
}
