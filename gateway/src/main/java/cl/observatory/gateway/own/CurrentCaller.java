package cl.observatory.gateway.own;

import cl.observatory.gateway.identity.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request that a resource answers, as the door found out. */
@RequestScoped
public class CurrentCaller {

    private final CurrentVertxRequest request;

    CurrentCaller(CurrentVertxRequest request) {
        this.request = request;
    }

    public Caller get() {
        return OwnResources.caller(request.getCurrent());
    }
}
