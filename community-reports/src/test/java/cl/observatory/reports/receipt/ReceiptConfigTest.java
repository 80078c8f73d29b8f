package cl.observatory.reports.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptConfigTest {

    @Test
    void theKeyHasNoDefaultAndNothingIsDerivedWithoutIt() {
        // Given
        ReceiptConfig config = Configuration.of(Map.of()).getConfigMapping(ReceiptConfig.class);

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new Receipts(config));

        // Then
        assertEquals(Optional.empty(), config.key());
        assertTrue(refused.getMessage().contains("reports.receipt.key"));
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ReceiptConfig config = Configuration.ofEnvironment(Map.of("REPORTS_RECEIPT_KEY", "/run/receipt.key"))
                .getConfigMapping(ReceiptConfig.class);

        assertEquals(Optional.of(Path.of("/run/receipt.key")), config.key());
    }
}
