package cl.observatory.ingest.release;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file does to the release before. */
@Schema(name = "ReleaseUpdate")
public enum Update {
    /** The release is what the file holds. */
    full,
    /** The cells of the file are laid over the current release. */
    merge;

    /** As events write it. */
    String inEvents() {
        return name().toUpperCase(Locale.ROOT);
    }
}
