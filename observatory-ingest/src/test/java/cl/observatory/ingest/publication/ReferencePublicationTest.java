package cl.observatory.ingest.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import cl.observatory.ingest.classification.Schemes;
import cl.observatory.ingest.territory.TerritoryTable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service knows by its own files is told once for each version of them. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReferencePublicationTest {

    @Inject
    ReferencePublication publication;

    @Test
    void territoriesAreToldAtTheStart() {
        Event told = Store.outbox(TerritoriesPublished.SUBJECT).getFirst();

        assertEquals(TerritoriesPublished.TYPE, told.type());
        assertEquals(TerritoryTable.TERRITORIES.table(), told.data(TerritoriesPublished.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEAD-2024", "ICCS-1.0"})
    void classificationsAreToldAtTheStart(String scheme) {
        Event told = Store.outbox(scheme).getFirst();

        assertEquals(ClassificationPublished.TYPE, told.type());
        assertEquals(Schemes.CLASSIFICATIONS.find(scheme).orElseThrow(), told.data(ClassificationPublished.class));
    }

    @Test
    void nextStartWithTheSameFilesTellsNothing() throws Exception {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        publication.publishChanges(new StartupEvent());

        // Then
        assertEquals(before, Store.contents());
    }

    @Test
    void changedFilesAreToldAgain() throws Exception {
        // Given
        int before = Store.outbox("ICCS-1.0").size();
        Store.update("update published_reference set version = 'older' where name = 'ICCS-1.0'");

        // When
        publication.publishChanges(new StartupEvent());
        publication.publishChanges(new StartupEvent());

        // Then
        assertEquals(before + 1, Store.outbox("ICCS-1.0").size());
        assertEquals(
                List.of(Schemes.CLASSIFICATIONS.find("ICCS-1.0").orElseThrow().version()),
                Store.query(
                        "select version from published_reference where name = 'ICCS-1.0'", row -> row.getString(1)));
    }
}
