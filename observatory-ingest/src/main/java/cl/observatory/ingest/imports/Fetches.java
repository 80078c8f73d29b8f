package cl.observatory.ingest.imports;

import cl.observatory.ingest.fetch.RemoteFiles;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Takes files in from their publisher's address, the same way as files that are sent. */
@ApplicationScoped
class Fetches {

    private final RemoteFiles files;
    private final Profiles profiles;
    private final Intake intake;

    Fetches(RemoteFiles files, Profiles profiles, Intake intake) {
        this.files = files;
        this.profiles = profiles;
        this.intake = intake;
    }

    /**
     * @return the id of the import
     * @throws ProblemException when nothing is fetched from there, the file does not come whole, or it is refused
     */
    UUID fetch(NewImport asked, String address) throws IOException, SQLException {
        // what nothing could read is not asked for
        profiles.getLatest(asked.datasetId(), asked.profile());
        try (RemoteFiles.RemoteFile file = files.open(address)) {
            return intake.submit(asked, file.body(), address);
        }
    }
}
