package cl.observatory.query.archive;

import cl.observatory.events.Labels;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.StandingRelease;
import cl.observatory.query.answer.Words;
import cl.observatory.query.citation.Reference;
import cl.observatory.query.citation.ReferenceFormat;
import cl.observatory.query.citation.References;
import cl.observatory.query.classification.Classifications;
import cl.observatory.query.file.Download;
import cl.observatory.query.observation.ReleaseFiles;
import cl.observatory.query.release.Releases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Packs releases. The data are those that may be told, and streamed; everything beside them is text. */
@ApplicationScoped
class ReleaseArchives {

    static final String ZIP = "application/zip";

    private static final String CSV = "observations.csv";
    private static final Locale SPANISH = Locale.of("es");

    private final Releases releases;
    private final ReleaseFiles files;
    private final References references;
    private final Classifications classifications;
    private final ObjectMapper json;

    ReleaseArchives(
            Releases releases,
            ReleaseFiles files,
            References references,
            Classifications classifications,
            ObjectMapper json) {
        this.releases = releases;
        this.files = files;
        this.references = references;
        this.classifications = classifications;
        this.json = json;
    }

    /**
     * @throws ProblemException when there is no such release, or it was removed
     */
    Download archive(UUID id) {
        Releases.Visible release = releases.read(id);
        ReleasePublished published = release.published();
        String name = published.datasetId() + "-" + published.sequence();
        Download csv = files.csv(release);
        Map<String, String> texts = texts(release);
        return new Download(
                Download.tag(csv.tag() + texts),
                MediaType.valueOf(ZIP),
                Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(name)),
                target -> {
                    Bag bag = new Bag(target, name, published.publishedAt());
                    bag.add(CSV, csv.body()::write);
                    for (Map.Entry<String, String> text : texts.entrySet()) {
                        bag.add(text.getKey(), Bag.Content.of(text.getValue()));
                    }
                    bag.end(info(published));
                });
    }

    private Map<String, String> texts(Releases.Visible release) {
        ReleasePublished published = release.published();
        Reference reference = references.of(published);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(CSV + "-metadata.json", files.csvMetadata(published, CSV));
        texts.put("release.json", metadata(release.standing()));
        texts.put("README.txt", readme(release.standing(), reference));
        texts.put("citation.txt", reference.written(ReferenceFormat.text, SPANISH));
        texts.put("citation.bib", reference.written(ReferenceFormat.bibtex, SPANISH));
        texts.put("citation.json", reference.written(ReferenceFormat.cslJson, SPANISH));
        return texts;
    }

    /** Where the data come from, what the release is by now, and the names of all codes that may stand in them. */
    private String metadata(StandingRelease standing) {
        ReleasePublished published = standing.published();
        ObjectNode metadata = json.createObjectNode();
        metadata.set(
                "source", json.valueToTree(SourceView.of(SourceView.Role.OBSERVATIONS, published.dataset(), standing)));
        metadata.put("unit", published.dataset().unit());
        metadata.put("frequency", published.dataset().frequency().name());
        metadata.put("level", published.dataset().level());
        metadata.put("rows", published.totalRows());
        ObjectNode dimensions = metadata.putObject("dimensions");
        published
                .dataset()
                .dimensions()
                .forEach(dimension -> classifications
                        .find(dimension.scheme())
                        .ifPresent(scheme -> dimensions.set(dimension.id(), json.valueToTree(scheme))));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(metadata);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In both languages, one after the other. */
    private static String readme(StandingRelease standing, Reference reference) {
        ReleasePublished published = standing.published();
        Labels withdrawn = standing.withdrawal() == null
                ? new Labels("", "")
                : Words.of("archive.withdrawn", standing.withdrawal().note());
        Labels words = Words.of(
                "archive.readme",
                published.dataset().title(),
                withdrawn,
                published.dataset().source().publisher(),
                published.dataset().source().licence(),
                reference.version());
        return words.es() + "\n\n----\n\n" + words.en() + "\n";
    }

    private static Map<String, String> info(ReleasePublished release) {
        return Map.of(
                "Source-Organization", release.dataset().source().publisher(),
                "External-Description", release.dataset().title().es(),
                "External-Identifier", release.releaseId().toString(),
                "Bagging-Date", release.publishedAt().toString().substring(0, "2026-01-01".length()));
    }
}
