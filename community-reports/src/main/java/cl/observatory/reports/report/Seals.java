package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.sealing.Sealer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Writes what is told as JSON and seals it; what was written is wiped. */
@ApplicationScoped
class Seals {

    private final Sealer sealer;
    private final Epochs epochs;
    private final ObjectMapper json;

    Seals(Sealer sealer, Epochs epochs, ObjectMapper json) {
        this.sealer = sealer;
        this.epochs = epochs;
        this.json = json;
    }

    /** The day that goes into a seal, and no column. */
    LocalDate today() {
        return epochs.today();
    }

    /**
     * @throws ProblemException when there is no public key that can be believed
     */
    Sealed seal(ReportContent content, UUID id) {
        return seal(content, Purpose.REPORT, id);
    }

    /**
     * @throws ProblemException when there is no public key that can be believed
     */
    Sealed seal(AdditionContent content, UUID id) {
        return seal(content, Purpose.ADDITION, id);
    }

    private Sealed seal(Object content, Purpose purpose, UUID id) {
        byte[] written;
        try {
            written = json.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            // its message could repeat what was told
            throw new IllegalStateException("content that cannot be written");
        }
        try {
            return sealer.seal(written, purpose, id);
        } finally {
            Arrays.fill(written, (byte) 0);
        }
    }
}
