package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.util.List;

/**
 * A publisher whose files the observatory expects has been registered or changed.
 *
 * @param version counts up with each change
 * @param cadence how often it publishes, as an ISO 8601 duration such as {@code P1M}
 * @param allowedDelay how long after that its file may take before it is late, for example {@code P45D}
 * @param url where it offers its files, absent when there is no such place
 * @param contact address of an office, never of a person
 */
public record SourceDefined(
        String id,
        long version,
        Labels labels,
        String publisher,
        List<Feed> feeds,
        String cadence,
        String allowedDelay,
        String url,
        String contact,
        String licence) {

    public static final String TYPE = "cl.observatory.source.defined.v1";

    /**
     * A data set that its files fill, and the shape that they are expected to have.
     *
     * @param profile name of the import profile that reads them
     * @param profileVersion the newest one when the source was defined
     * @param format what the publisher sends, for example {@code CSV}; absent when it was not said
     * @param columns that the profile reads
     */
    public record Feed(String dataset, String profile, int profileVersion, String format, List<String> columns) {}
}
