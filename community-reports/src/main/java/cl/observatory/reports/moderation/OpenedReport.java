package cl.observatory.reports.moderation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report with all that it says. It is not to be kept: whoever needs it again opens it again.")
record OpenedReport(
        QueueItem report,
        OpenedContents contents,

        @Schema(description = "What came later, in its order.")
        List<OpenedContents.Addition> additions,

        Notes notes) {

    static OpenedReport of(QueueItem report, Dossier dossier) {
        return new OpenedReport(
                report,
                OpenedContents.of(dossier.told()),
                dossier.additions().stream().map(OpenedContents.Addition::of).toList(),
                dossier.notes());
    }
}
