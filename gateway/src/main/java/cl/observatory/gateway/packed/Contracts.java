package cl.observatory.gateway.packed;

import cl.observatory.gateway.contract.ConfidentialPaths;
import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.contract.ContractMerge;
import cl.observatory.gateway.contract.RouteTable;
import cl.observatory.gateway.problem.Catalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Makes of the packed contracts what the rest of the gateway asks for. Contracts that do not fit together stop the start. */
@Singleton
class Contracts {

    private final PackedContracts packed;

    Contracts(PackedContracts packed) {
        this.packed = packed;
    }

    @Produces
    @Singleton
    Contract contract() {
        return ContractMerge.merge(PackedContracts.own(), packed.services());
    }

    @Produces
    @Singleton
    RouteTable routeTable(Contract contract) {
        return new RouteTable(contract.operations());
    }

    @Produces
    @Singleton
    ConfidentialPaths confidentialPaths(Contract contract) {
        return new ConfidentialPaths(contract.operations());
    }

    @Produces
    @Singleton
    Catalogue catalogue() {
        var all = new ArrayList<>(packed.catalogues());
        all.add(Catalogue.own());
        return Catalogue.merge(all);
    }
}
