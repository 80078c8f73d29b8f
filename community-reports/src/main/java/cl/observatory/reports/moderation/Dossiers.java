package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.custody.NotOpenedException;
import cl.observatory.reports.custody.Opener;
import cl.observatory.reports.report.AdditionContent;
import cl.observatory.reports.report.ReportContent;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.sealing.Sealer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * Opens reports and seals them again: what intake wrote, and what moderation knows besides as the field {@code moderation}
 * of it. What was written in between is wiped.
 */
@ApplicationScoped
class Dossiers {

    private static final String NOTES = "moderation";

    private final Opener opener;
    private final Sealer sealer;
    private final ObjectMapper json;

    Dossiers(Opener opener, Sealer sealer, ObjectMapper json) {
        this.opener = opener;
        this.sealer = sealer;
        this.json = json;
    }

    /**
     * @throws ProblemException when the date of its key is over
     */
    Dossier open(SealedReport report) {
        ObjectNode whole = (ObjectNode) opened(Purpose.REPORT, report.id(), report.content());
        JsonNode notes = whole.remove(NOTES);
        return new Dossier(
                as(whole, ReportContent.class),
                report.additions().stream()
                        .map(addition ->
                                as(opened(Purpose.ADDITION, addition.id(), addition.content()), AdditionContent.class))
                        .sorted(Comparator.comparingInt(AdditionContent::number))
                        .toList(),
                notes == null ? Notes.NONE : as(notes, Notes.class));
    }

    /**
     * Seals a report to the key that it had: what is done with it does not make it last longer.
     *
     * @throws ProblemException when there is no room for what is to be kept
     */
    Sealed seal(SealedReport report, Dossier dossier) {
        return seal(report.id(), dossier, report.epoch());
    }

    /**
     * Seals a report to another key.
     *
     * @throws ProblemException when there is no room for what is to be kept
     */
    Sealed seal(UUID report, Dossier dossier, Epoch epoch) {
        ObjectNode whole = json.valueToTree(dossier.told());
        whole.set(NOTES, json.valueToTree(dossier.notes()));
        byte[] written = written(whole);
        try {
            return sealer.seal(written, Purpose.REPORT, report, epoch);
        } catch (IllegalArgumentException tooLong) {
            throw new ProblemException(ReportsProblem.NO_ROOM_FOR_MORE);
        } finally {
            Arrays.fill(written, (byte) 0);
        }
    }

    private JsonNode opened(Purpose purpose, UUID id, SealedContent content) {
        byte[] plain;
        try {
            plain = opener.open(purpose, id, content.epoch(), content.bytes());
        } catch (NotOpenedException closed) {
            if (closed.reason() == NotOpenedException.Reason.BROKEN) {
                throw closed;
            }
            throw new ProblemException(ReportsProblem.REPORT_ERASED);
        }
        try {
            return json.readTree(plain);
        } catch (IOException unreadable) {
            // its message would repeat what was told
            throw new IllegalStateException("what was sealed is no JSON");
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] written(JsonNode whole) {
        try {
            return json.writeValueAsBytes(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was opened cannot be written");
        }
    }

    private <T> T as(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what was sealed is no " + type.getSimpleName());
        }
    }
}
