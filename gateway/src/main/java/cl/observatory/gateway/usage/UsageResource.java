package cl.observatory.gateway.usage;

import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.own.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/usage")
@Tag(name = "Partners")
@RunOnVirtualThread
public class UsageResource {

    private static final int SHOWN_DAYS = 90;

    private final CurrentCaller current;
    private final UsageRepository stored;
    private final Clock clock;

    UsageResource(CurrentCaller current, UsageRepository stored, Clock clock) {
        this.current = current;
        this.stored = stored;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getMyUsage",
            summary = "How much my key was used",
            description = "By day and class, for the last 90 days. Nothing is counted of callers without a key.")
    @APIResponse(responseCode = "200", description = "What was asked for with the key that was presented.")
    public UsageView get() {
        KeyIdentity key = current.get().key();
        if (key == null) {
            return new UsageView(null, List.of());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new UsageView(key.id(), stored.since(key.id(), today.minusDays(SHOWN_DAYS)));
    }
}
