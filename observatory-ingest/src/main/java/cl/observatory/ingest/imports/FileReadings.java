package cl.observatory.ingest.imports;

import cl.observatory.ingest.alias.AliasTables;
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
    private final FileBounds bounds;

    FileReadings(
            Territories territories,
            Classifications classifications,
            AliasTables aliases,
            ImportsConfig imports,
            FilesConfig files) {
        this.schemes = new Schemes(territories, classifications, aliases);
        this.bounds = new FileBounds(imports, files);
    }

    FileReading of(Profiles.Reading reading) {
        return new FileReading(reading, schemes, bounds);
    }

    FilePreview preview(Profiles.Reading reading) {
        return new FilePreview(reading, schemes, bounds.files());
    }

    /** Version of the territories that files are checked against. */
    String territoriesVersion() {
        return schemes.territories().table().version();
    }

    ImportsConfig config() {
        return bounds.imports();
    }
}
