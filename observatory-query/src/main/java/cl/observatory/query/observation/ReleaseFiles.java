package cl.observatory.query.observation;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.problem.Language;
import cl.observatory.query.answer.Format;
import cl.observatory.query.file.Download;
import cl.observatory.query.release.Releases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Whole releases as CSV, with what describes its columns. */
@ApplicationScoped
public class ReleaseFiles {

    private final ObservationExports exports;
    private final ObjectMapper json;

    ReleaseFiles(ObservationExports exports, ObjectMapper json) {
        this.exports = exports;
        this.json = json;
    }

    /** Every cell that may be told, as it was sent. */
    public Download csv(Releases.Visible release) {
        return exports.whole(release, Format.csv, Language.preferred(null));
    }

    /**
     * What the columns are, by CSV on the Web.
     *
     * @param url of the CSV
     */
    public String csvMetadata(ReleasePublished release, String url) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(CsvMetadata.of(release.dataset(), url));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
