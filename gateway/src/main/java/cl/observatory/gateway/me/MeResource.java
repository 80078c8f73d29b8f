package cl.observatory.gateway.me;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.key.StoredKeys;
import cl.observatory.gateway.own.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Tag(name = "Partners")
@RunOnVirtualThread
public class MeResource {

    private final CurrentCaller current;
    private final StoredKeys keys;

    MeResource(CurrentCaller current, StoredKeys keys) {
        this.current = current;
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getMe",
            summary = "Who I am to the observatory",
            description = "Also the quickest way to try a key. Without one, it says that the caller is anonymous.")
    @APIResponse(responseCode = "200", description = "The caller, what it may do, and until when.")
    public MeView get() {
        Caller caller = current.get();
        return MeView.of(
                caller,
                Optional.ofNullable(caller.key())
                        .flatMap(key -> keys.expiryOf(key.id()))
                        .orElse(null));
    }
}
