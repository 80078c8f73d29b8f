package cl.observatory.ingest.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ApprovalPolicyRepository implements PanacheRepositoryBase<ApprovalPolicy, String> {}
