package cl.observatory.gateway.usage;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Usage", description = "How much a key was used, the last day first. The last seconds may be missing.")
record UsageView(
        @Schema(description = "The key that was presented, by its id; null when there is none.", examples = "7k3n0q9d")
        String keyId,

        List<Day> days) {

    @Schema(name = "UsageOfADay", description = "What was asked for on a day, by class.")
    record Day(
            @Schema(description = "The day, in UTC.", examples = "2026-03-15")
            LocalDate day,

            @Schema(description = "What for: `read`, `export`, `write` or `administration`.", examples = "read")
            String routeClass,

            @Schema(description = "Requests within the limits.", examples = "1204")
            long requests,

            @Schema(description = "Requests that were refused with 429.", examples = "0")
            long refused) {}
}
