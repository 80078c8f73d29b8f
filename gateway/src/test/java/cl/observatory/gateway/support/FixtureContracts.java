package cl.observatory.gateway.support;

import cl.observatory.gateway.contract.ServiceDocument;
import cl.observatory.gateway.packed.PackedContracts;
import cl.observatory.gateway.problem.CatalogueEntry;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Contracts made for tests, in place of those that the services publish at the moment. */
@Mock
@ApplicationScoped
public class FixtureContracts extends PackedContracts {

    @Override
    public List<ServiceDocument> services() {
        return List.of(
                document(OWN_SERVICE, published("http/gateway.json")),
                document("community-reports", bytes("community-reports.json")),
                document("observatory-down", bytes("observatory-down.json")),
                document("observatory-ingest", bytes("observatory-ingest.json")),
                document("observatory-query", bytes("observatory-query.json")));
    }

    @Override
    public Collection<List<CatalogueEntry>> catalogues() {
        return List.of(catalogue(bytes("problems.json")));
    }

    private static byte[] bytes(String name) {
        return resource("/contracts-fixture/" + name);
    }

    /** What is not made up: the gateway's own operations. */
    private static byte[] published(String name) {
        return resource("/contracts/" + name);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = FixtureContracts.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
