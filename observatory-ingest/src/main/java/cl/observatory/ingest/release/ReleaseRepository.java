package cl.observatory.ingest.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<Release, UUID> {}
