package cl.observatory.reports.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ProofClearanceTest {

    @Inject
    ProofClearance clearance;

    @Test
    void proofIsForgottenWhenNoClockCouldBringItBack() {
        // Given
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Store.update("delete from spent_proof");
        for (int days = -4; days <= 1; days++) {
            Store.update(
                    "insert into spent_proof (hash, day) values (sha256(?::text::bytea), ?)",
                    Integer.toString(days),
                    today.plusDays(days));
        }

        // When
        clearance.clear();

        // Then
        assertEquals(
                List.of(today.minusDays(2), today.minusDays(1), today, today.plusDays(1)),
                Store.query("select day from spent_proof order by day", row -> row.getObject(1, LocalDate.class)));
    }
}
