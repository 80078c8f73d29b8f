package cl.observatory.reports.guidance;

import cl.observatory.problem.Parameters;
import cl.observatory.reports.envelope.PublicDocument;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/referral-channels")
@Tag(name = "Report")
@PublicDocument
@RunOnVirtualThread
@Authenticated
public class ReferralChannelResource {

    private static final Pattern TERRITORY = Pattern.compile(Guidance.TERRITORY);
    private static final Pattern CATEGORY = Pattern.compile(Guidance.CODE);

    private final Guidance guidance;

    ReferralChannelResource(Guidance guidance) {
        this.guidance = guidance;
    }

    @Schema(description = "Channels, those for emergencies first.")
    record ReferralChannels(List<ChannelView> items) {}

    @GET
    @Operation(
            operationId = "listReferralChannels",
            summary = "Where a crime can be reported, or help be found",
            description =
                    "The observatory is no police line, and files nothing on anybody's behalf. Numbers change: look at "
                            + "verifiedAt.")
    @APIResponse(responseCode = "200", description = "Channels, those for emergencies first.")
    public ReferralChannels list(
            @Parameter(description = "Only those that serve it; a code of a country, region, province or commune.")
                    @RestQuery
                    String territory,
            @Parameter(description = "Only those for it, and those for emergencies.") @RestQuery String category) {
        Parameters parameters = new Parameters();
        parameters.matching("territory", territory, TERRITORY);
        parameters.matching("category", category, CATEGORY);
        parameters.check();
        return new ReferralChannels(guidance.channels(territory, category));
    }
}
