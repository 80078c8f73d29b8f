package cl.observatory.query.citation;

import cl.observatory.problem.ProblemException;
import cl.observatory.query.citation.CitationView.PinnedSource;
import cl.observatory.query.file.Download;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Answers with citations: as they were, and with what has become of them. */
@ApplicationScoped
class CitationAnswers {

    private final Citations citations;
    private final Releases releases;
    private final References references;

    CitationAnswers(Citations citations, Releases releases, References references) {
        this.citations = citations;
        this.releases = releases;
        this.references = references;
    }

    CitationView view(Citation citation) {
        return CitationView.of(
                citation,
                references.address(citation),
                citation.content().sources().stream()
                        .map(source -> PinnedSource.of(
                                source, releases.read(source.release()).standing()))
                        .toList(),
                since(citation));
    }

    private Revision since(Citation citation) {
        try {
            return Revision.of(citation.content(), citations.answerNow(citation));
        } catch (ProblemException unanswered) {
            return Revision.unanswered(unanswered);
        }
    }

    /** The bytes that the digest was taken of, with the digest as RFC 9530 has it. */
    Download csv(UUID id) {
        Citation citation = citations.get(id);
        String data = citation.data();
        Download file = Download.of(data, Download.CSV.toString());
        return new Download(
                file.tag(),
                file.mediaType(),
                Map.of(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(CanonicalData.digest(data)) + ":",
                        "Content-Disposition",
                        "attachment; filename=\"%s.csv\"".formatted(id)),
                file.body());
    }
}
