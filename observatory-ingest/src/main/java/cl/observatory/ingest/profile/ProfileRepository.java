package cl.observatory.ingest.profile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class ProfileRepository implements PanacheRepositoryBase<Profile, Profile.Key> {

    Optional<Profile> findLatest(String datasetId, String name) {
        return find("datasetId = ?1 and name = ?2 order by version desc", datasetId, name)
                .firstResultOptional();
    }
}
