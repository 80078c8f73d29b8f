package cl.observatory.ingest.access;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the caller of the current request may do beyond the scopes, which the operations themselves ask for. A caller who
 * is bound to data sets gets one and the same refusal for any other, whether there is one of that id or not.
 */
@ApplicationScoped
public class Permissions {

    private static final String APPROVE = "data:approve";

    private final SecurityIdentity identity;
    private final Territories territories;

    Permissions(SecurityIdentity identity, Territories territories) {
        this.identity = identity;
        this.territories = territories;
    }

    /** Who is calling. */
    public String principal() {
        return identity.getPrincipal().getName();
    }

    public Bindings bindings() {
        return Optional.<Bindings>ofNullable(identity.getAttribute(BoundIdentities.BINDINGS))
                .orElse(Bindings.NONE);
    }

    /**
     * Whether the caller may know of what an organization has sent to a data set: approvers of the data set may, others
     * only of what is their organization's own.
     *
     * @param organization that the sender was bound to, or null
     */
    public boolean maySee(String datasetId, String organization) {
        Bindings bindings = bindings();
        return bindings.allows(datasetId)
                && (bindings.organization().isEmpty()
                        || identity.hasRole(APPROVE)
                        || bindings.organization().get().equals(organization));
    }

    /**
     * @throws ProblemException when the caller may not work in the data set
     */
    public void checkDataset(String datasetId) {
        Bindings bindings = bindings();
        if (!bindings.allows(datasetId)) {
            throw new ProblemException(
                    IngestProblem.DATASET_NOT_ALLOWED,
                    String.join(", ", new TreeSet<>(bindings.datasets().orElseThrow())));
        }
    }

    /**
     * For what concerns all data sets.
     *
     * @throws ProblemException when the caller may work in some data sets only
     */
    public void checkEveryDataset() {
        bindings().datasets().ifPresent(own -> {
            throw new ProblemException(IngestProblem.DATASET_NOT_ALLOWED, String.join(", ", new TreeSet<>(own)));
        });
    }

    /**
     * What somebody may send who is bound to these territories.
     *
     * @param codes none at all stands for the whole country
     */
    public OwnTerritories territoriesOf(List<String> codes) {
        return codes.isEmpty() ? OwnTerritories.ALL : OwnTerritories.of(Set.copyOf(codes), territories);
    }

    /**
     * For what concerns a data set, a release or an indicator as a whole.
     *
     * @throws ProblemException when the caller may speak for some territories only
     */
    public void checkWholeCountry() {
        checkTerritories(OwnTerritories.ALL.codes());
    }

    /**
     * @param concerned what is to be done concerns these territories; none at all stands for the whole country
     * @throws ProblemException when the caller may not speak for all of them
     */
    public void checkTerritories(List<String> concerned) {
        OwnTerritories own = bindings().territories();
        if (!own.cover(concerned)) {
            throw new ProblemException(IngestProblem.TERRITORY_NOT_ALLOWED, String.join(", ", own.codes()));
        }
    }
}
