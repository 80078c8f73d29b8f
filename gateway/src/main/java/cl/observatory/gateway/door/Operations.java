package cl.observatory.gateway.door;

import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.docs.OwnOperations;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.own.OwnResources;
import cl.observatory.gateway.packed.PackedContracts;
import cl.observatory.gateway.proxy.Proxy;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands an admitted request to the owner of its operation: a service, or the gateway itself. */
@ApplicationScoped
class Operations {

    private final OwnOperations own;
    private final OwnResources resources;
    private final Proxy proxy;

    Operations(OwnOperations own, OwnResources resources, Proxy proxy) {
        this.own = own;
        this.resources = resources;
        this.proxy = proxy;
    }

    void serve(Exchange exchange, Operation operation, Caller caller) {
        if (!operation.service().equals(PackedContracts.OWN_SERVICE)) {
            proxy.forward(exchange, operation, caller);
        } else if (!own.answer(exchange, operation.operationId())) {
            resources.serve(exchange, caller);
        }
    }
}
