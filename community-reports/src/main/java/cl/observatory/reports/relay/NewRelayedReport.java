package cl.observatory.reports.relay;

import cl.observatory.reports.report.Channel;
import cl.observatory.reports.report.NewReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report that an organization files for somebody.")
record NewRelayedReport(
        @Schema(description = "How the organization came to know.") @NotNull
        RelayChannel channel,

        @NotNull @Valid NewReport report) {

    /** Ways in which a relayed report comes. */
    @Schema(name = "RelayChannel")
    enum RelayChannel {
        PARTNER(Channel.PARTNER),
        ASSEMBLY(Channel.ASSEMBLY),
        PHONE_TRANSCRIBED(Channel.PHONE_TRANSCRIBED);

        private final Channel channel;

        RelayChannel(Channel channel) {
            this.channel = channel;
        }

        Channel channel() {
            return channel;
        }
    }
}
