package cl.observatory.reports.moderation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ModerationQueue",
        description = "Reports that wait, the most urgent lanes first, in each the oldest week first.")
record QueueView(List<QueueItem> items, Page page) {

    @Schema(name = "ModerationQueuePage")
    record Page(
            int limit,

            @Schema(description = "Value of `cursor` for what follows; null when nothing does.")
            String nextCursor) {}
}
