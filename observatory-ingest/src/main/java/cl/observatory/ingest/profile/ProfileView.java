package cl.observatory.ingest.profile;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProfileVersion", description = "A stored version of an import profile, with every default written out.")
record ProfileView(String dataset, int version, Instant createdAt, ImportProfile profile) {

    static ProfileView of(Profile profile) {
        return new ProfileView(profile.datasetId(), profile.version(), profile.createdAt(), profile.definition());
    }
}
