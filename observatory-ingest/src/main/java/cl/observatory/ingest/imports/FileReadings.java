package cl.observatory.ingest.imports;

import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.territory.Territories;
import jakarta.enterprise.context.ApplicationScoped;

/** Prepares readings of files: codes to check against, and bounds. */
@ApplicationScoped
class FileReadings {

    private final Schemes schemes;
    private final ImportsConfig config;

    FileReadings(Territories territories, Classifications classifications, ImportsConfig config) {
        this.schemes = new Schemes(territories, classifications);
        this.config = config;
    }

    /** Where the codes come from that a file may use. */
    record Schemes(Territories territories, Classifications classifications) {}

    FileReading of(Profiles.Reading reading) {
        return new FileReading(reading.dataset(), reading.profile().definition(), schemes, config);
    }

    /** Version of the territories that files are checked against. */
    String territoriesVersion() {
        return schemes.territories().table().version();
    }

    ImportsConfig config() {
        return config;
    }
}
