package cl.observatory.query.structure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.dataset.Datasets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The data sets as SDMX names them: each is a data flow of one version, kept by this agency. */
@ApplicationScoped
public class Dataflows {

    public static final String AGENCY = "OBS_CL";
    public static final String VERSION = "1.0.0";

    /** That version, the newest, the newest that is stable, or all; and what these are short for. */
    private static final Pattern VERSIONS =
            Pattern.compile("\\*|[+~](\\.0\\.0)?|1(\\.0(\\.0)?)?|1[+~]\\.0\\.0|1\\.[0]?[+~]\\.0|1\\.0\\.0?[+~]");

    private static final String ANY = "*";

    private final Datasets datasets;

    Dataflows(Datasets datasets) {
        this.datasets = datasets;
    }

    /** How SDMX-CSV writes the data flow of a data set. */
    public static String reference(DatasetDefined dataset) {
        return AGENCY + ':' + id(dataset) + '(' + VERSION + ')';
    }

    public static String urn(DatasetDefined dataset) {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + reference(dataset);
    }

    /** Ids of SDMX have no hyphen, ids of data sets no underscore. */
    public static String id(DatasetDefined dataset) {
        return dataset.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * The data set of a data flow.
     *
     * @throws ProblemException when there is none
     */
    public DatasetDefined find(String agency, String id, String version) {
        return list(agency, id, version).stream()
                .filter(dataset -> id(dataset).equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(agency, id, version));
    }

    /**
     * The data sets of the data flows that are meant, with {@code *} for all.
     *
     * @throws ProblemException when there is none
     */
    List<DatasetDefined> list(String agency, String id, String version) {
        boolean isKept = (agency.equals(AGENCY) || agency.equals(ANY))
                && VERSIONS.matcher(version).matches();
        List<DatasetDefined> found = datasets.list().stream()
                .filter(dataset -> isKept && (id.equals(ANY) || id(dataset).equals(id)))
                .toList();
        if (found.isEmpty()) {
            throw unknown(agency, id, version);
        }
        return found;
    }

    private static ProblemException unknown(String agency, String id, String version) {
        return new ProblemException(QueryProblem.UNKNOWN_DATASET, "%s:%s(%s)".formatted(agency, id, version));
    }
}
