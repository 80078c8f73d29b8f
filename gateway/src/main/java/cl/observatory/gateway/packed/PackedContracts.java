package cl.observatory.gateway.packed;

import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.contract.ContractMerge;
import cl.observatory.gateway.contract.RouteTable;
import cl.observatory.gateway.contract.ServiceDocument;
import cl.observatory.gateway.problem.Catalogue;
import cl.observatory.gateway.problem.CatalogueEntry;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is packed and makes of it what the rest of the gateway asks for. A contract that does not fit stops the start. */
@ApplicationScoped
public class PackedContracts {

    /** The name of the gateway among the owners of operations. */
    public static final String OWN_SERVICE = "gateway";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Produces
    @Singleton
    Contract contract() {
        return ContractMerge.merge(own(), services());
    }

    @Produces
    @Singleton
    RouteTable routeTable(Contract contract) {
        return new RouteTable(contract.operations());
    }

    @Produces
    @Singleton
    Catalogue catalogue() {
        List<List<CatalogueEntry>> all = new ArrayList<>();
        all.add(Catalogue.own());
        PackedFolder.read("contracts/problems").values().forEach(file -> all.add(catalogue(file)));
        return Catalogue.merge(all);
    }

    /** The documents of the services, in the order of their names. */
    protected List<ServiceDocument> services() {
        return PackedFolder.read("contracts/http").entrySet().stream()
                .map(file -> document(file.getKey().replaceFirst("\\.json$", ""), file.getValue()))
                .toList();
    }

    /** The document of the operations that the gateway answers itself. */
    public static ServiceDocument own() {
        try (InputStream packed = PackedContracts.class.getResourceAsStream("/contracts/gateway.json")) {
            return document(OWN_SERVICE, packed.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ServiceDocument document(String service, byte[] json) {
        try {
            return new ServiceDocument(service, JSON.readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the document of " + service, unreadable);
        }
    }

    public static List<CatalogueEntry> catalogue(byte[] json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
