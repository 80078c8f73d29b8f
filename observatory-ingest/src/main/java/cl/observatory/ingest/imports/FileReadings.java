package cl.observatory.ingest.imports;

import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.reading.Schemes;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.ingest.territory.Territories;
import jakarta.enterprise.context.ApplicationScoped;

/** Prepares readings of files: codes to check against, and bounds. */
@ApplicationScoped
class FileReadings {

    private final Schemes schemes;
    private final ImportsConfig config;
    private final FilesConfig files;

    FileReadings(Territories territories, Classifications classifications, ImportsConfig config, FilesConfig files) {
        this.schemes = new Schemes(territories, classifications);
        this.config = config;
        this.files = files;
    }

    FileReading of(Profiles.Reading reading) {
        return new FileReading(reading.dataset(), reading.profile().definition(), schemes, config, files);
    }

    /** Version of the territories that files are checked against. */
    String territoriesVersion() {
        return schemes.territories().table().version();
    }

    ImportsConfig config() {
        return config;
    }
}
