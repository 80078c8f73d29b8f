package cl.observatory.reports.report;

import cl.observatory.reports.screening.Kind;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a text and replaced by its kind. */
@Schema(description = "What was found in the text and replaced by its kind, so many times; the original is gone.")
public record Redaction(Kind kind, @Schema(examples = "1") int count) implements Comparable<Redaction> {

    @Override
    public int compareTo(Redaction other) {
        return Comparator.comparing(Redaction::kind)
                .thenComparingInt(Redaction::count)
                .compare(this, other);
    }
}
