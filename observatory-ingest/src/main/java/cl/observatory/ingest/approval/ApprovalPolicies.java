package cl.observatory.ingest.approval;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who decides about imports, by data set. A change and its entry in the audit share one transaction. */
@ApplicationScoped
public class ApprovalPolicies {

    private final ApprovalPolicyRepository repository;
    private final Datasets datasets;
    private final Permissions permissions;
    private final Audit audit;

    ApprovalPolicies(ApprovalPolicyRepository repository, Datasets datasets, Permissions permissions, Audit audit) {
        this.repository = repository;
        this.datasets = datasets;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** The rule that holds for the data set now. */
    @Transactional
    public Rule rule(String datasetId) {
        return repository.findByIdOptional(datasetId).map(ApprovalPolicy::rule).orElse(Rule.USUAL);
    }

    /**
     * Whether the caller is somebody who may decide about what was sent to the data set. That it is another person is
     * for the import to see.
     *
     * @param organization that it was sent for, or null
     * @param territories that it can concern; none at all stands for the whole country
     * @return the organization that the decision is taken for, or null
     * @throws ProblemException when the caller may not decide
     */
    @Transactional
    public String checkApprover(String datasetId, String organization, List<String> territories) {
        permissions.checkTerritories(territories);
        Rule rule = rule(datasetId);
        Optional<String> approver = permissions.bindings().organization();
        if (!rule.allows(Optional.ofNullable(organization), approver)) {
            throw rule.by() == Rule.By.NAMED_ORGANIZATION
                    ? new ProblemException(
                            IngestProblem.NAMED_ORGANIZATION_DECIDES, String.join(", ", rule.organizations()))
                    : new ProblemException(IngestProblem.OTHER_ORGANIZATION_DECIDES);
        }
        return approver.orElse(null);
    }

    /**
     * @throws ProblemException when the caller may not work in the data set, or there is none of that id
     */
    @Transactional
    ApprovalPolicyView get(String datasetId) {
        datasets.getOwn(datasetId);
        return view(datasetId, repository.findByIdOptional(datasetId));
    }

    /**
     * Changes the rule; an equal one changes nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when the caller may not speak for the whole data set, the rule says too little or too
     *     much, or the version is stale or missing
     */
    @Transactional
    ApprovalPolicyView change(String datasetId, NewApprovalPolicy asked, Optional<Long> expectedVersion)
            throws SQLException {
        datasets.checkOwn(datasetId);
        datasets.lock(datasetId);
        check(asked.rule());
        Optional<ApprovalPolicy> standing = repository.findByIdOptional(datasetId);
        long version = standing.map(ApprovalPolicy::version).orElse(0L);
        Rule before = standing.map(ApprovalPolicy::rule).orElse(Rule.USUAL);
        if (before.equals(asked.rule())) {
            return view(datasetId, standing);
        }
        long expected = expectedVersion.orElseThrow(
                () -> new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(version)));
        if (expected != version) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(version));
        }
        ApprovalPolicy policy = standing.orElseGet(() -> new ApprovalPolicy(datasetId));
        policy.change(asked.rule());
        repository.persistAndFlush(policy);
        Map<String, String> details = new TreeMap<>();
        tell(details, "before", before);
        tell(details, "after", asked.rule());
        audit.record(
                Action.APPROVAL_POLICY_CHANGED,
                datasetId,
                "datasets/" + datasetId + "/approval-policy",
                asked.reason(),
                details);
        return view(datasetId, Optional.of(policy));
    }

    private static void check(Rule rule) {
        boolean named = rule.by() == Rule.By.NAMED_ORGANIZATION;
        if (named != (rule.organizations() != null)) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID)
                    .withFaults(List.of(Fault.inBody(
                            "/organizations", named ? "ORGANIZATIONS_MISSING" : "ORGANIZATIONS_WITHOUT_USE")));
        }
    }

    private static void tell(Map<String, String> details, String name, Rule rule) {
        details.put(
                name,
                rule.organizations() == null
                        ? rule.by().name()
                        : rule.by() + " " + String.join(" ", rule.organizations()));
    }

    private static ApprovalPolicyView view(String datasetId, Optional<ApprovalPolicy> policy) {
        Rule rule = policy.map(ApprovalPolicy::rule).orElse(Rule.USUAL);
        return new ApprovalPolicyView(
                datasetId, policy.map(ApprovalPolicy::version).orElse(0L), rule.by(), rule.organizations());
    }
}
