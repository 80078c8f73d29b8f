package cl.observatory.gateway.packed;

import cl.observatory.gateway.contract.ServiceDocument;
import cl.observatory.gateway.problem.CatalogueEntry;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** The contracts as they are packed. */
@ApplicationScoped
public class PackedContracts {

    /** The name of the gateway among the owners of operations. */
    public static final String OWN_SERVICE = "gateway";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The documents of the services, in the order of their names. */
    public List<ServiceDocument> services() {
        return PackedFolder.read("contracts/http").entrySet().stream()
                .map(file -> document(file.getKey().replaceFirst("\\.json$", ""), file.getValue()))
                .toList();
    }

    /** The problem catalogues of the services, and the gateway's own as it was when it was last stored. */
    public Collection<List<CatalogueEntry>> catalogues() {
        return PackedFolder.read("contracts/problems").values().stream()
                .map(PackedContracts::catalogue)
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
            throw new UncheckedIOException("a problem catalogue", unreadable);
        }
    }
}
