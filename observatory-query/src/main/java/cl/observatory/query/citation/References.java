package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.answer.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Names citations and releases as lists of works do. */
@ApplicationScoped
public class References {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final int SHORT = 8;

    private final CitationsConfig config;

    References(CitationsConfig config) {
        this.config = config;
    }

    /** Where a citation is found. */
    String address(Citation citation) {
        return address("/v1/queries/" + citation.id());
    }

    private String address(String path) {
        return config.address()
                        .map(URI::toString)
                        .map(base -> base.replaceAll("/+$", ""))
                        .orElse("")
                + path;
    }

    Reference of(Citation citation) {
        List<CitedSource> sources = citation.content().sources();
        return new Reference(
                "observatory-" + citation.id().toString().substring(0, SHORT),
                citation.content().title(),
                sources.stream().map(CitedSource::publisher).distinct().toList(),
                sources.stream()
                        .map(CitedSource::publishedAt)
                        .max(Comparator.naturalOrder())
                        .map(References::day)
                        .orElseThrow(),
                day(citation.madeAt()),
                version(sources.stream()
                        .distinct()
                        .map(source -> version(source.dataset(), source.sequence(), source.publishedAt()))
                        .distinct()
                        .toList()),
                address(citation),
                "SHA-256 " + citation.sha256());
    }

    public Reference of(ReleasePublished release) {
        DatasetDefined dataset = release.dataset();
        return new Reference(
                "observatory-%s-%d".formatted(dataset.id(), release.sequence()),
                dataset.title(),
                List.of(dataset.source().publisher()),
                day(release.publishedAt()),
                null,
                version(dataset.id(), release.sequence(), release.publishedAt()),
                address("/v1/releases/" + release.releaseId()),
                release.checksum());
    }

    private static Labels version(String dataset, int sequence, Instant publishedAt) {
        return Words.of(
                "citation.version",
                dataset,
                Integer.toString(sequence),
                day(publishedAt).toString());
    }

    private static Labels version(List<Labels> versions) {
        return new Labels(
                String.join("; ", versions.stream().map(Labels::es).toList()),
                String.join("; ", versions.stream().map(Labels::en).toList()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, CHILE);
    }
}
