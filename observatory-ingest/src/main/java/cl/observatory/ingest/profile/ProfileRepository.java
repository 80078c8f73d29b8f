package cl.observatory.ingest.profile;

import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ProfileRepository implements PanacheRepositoryBase<Profile, Profile.Key> {

    private final Audit audit;

    ProfileRepository(Audit audit) {
        this.audit = audit;
    }

    /** Stores a version and records who did; what is built in nobody did. */
    void storeOfCaller(Profile profile) {
        persistAndFlush(profile);
        audit.record(
                Action.PROFILE_DEFINED,
                profile.datasetId(),
                "datasets/" + profile.datasetId() + "/profiles/" + profile.name(),
                null,
                Map.of("version", Integer.toString(profile.version())));
    }

    Optional<Profile> findLatest(String datasetId, String name) {
        return find("datasetId = ?1 and name = ?2 order by version desc", datasetId, name)
                .firstResultOptional();
    }
}
