package cl.observatory.reports.moderation;

import cl.observatory.reports.screening.Kind;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was told to the reporter is stored, and only she can open it.")
record SentMessage(
        QueueItem report,

        @Schema(description = "How often each kind was replaced in the text.")
        Map<Kind, Integer> redactions) {}
