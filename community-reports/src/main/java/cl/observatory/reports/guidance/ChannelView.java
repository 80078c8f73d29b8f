package cl.observatory.reports.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ReferralChannel",
        description =
                "Where a crime can be reported, or help be found. The observatory files nothing on anybody's behalf.")
public record ChannelView(
        @Schema(examples = "DENUNCIA_SEGURO") String code,
        Words labels,

        @Schema(description = "As it is dialled; absent when there is none.", examples = "*4242")
        String phone,

        String url,
        @Schema(description = "What it is for.") Words scope,
        Words hours,

        @Schema(description = "Whether it is for what is happening now.")
        boolean emergency,

        @Schema(
                description =
                        "The day on which number and address were seen to be right; absent when nobody has looked.")
        LocalDate verifiedAt,

        @Schema(description = "Said of a channel that nobody has verified.")
        Words note) {

    static ChannelView of(ReferralChannel channel, Words unverified) {
        return new ChannelView(
                channel.code(),
                channel.labels(),
                channel.phone(),
                channel.url(),
                channel.scope(),
                channel.hours(),
                channel.emergency(),
                channel.verifiedAt(),
                channel.verifiedAt() == null ? unverified : null);
    }
}
