package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody took every key that there is today, and has a copy of the tables of a year ago. */
class SeizedKeysTest {

    @TempDir
    private Path folder;

    @Test
    void keysOfTodayOpenNothingOfADestroyedEpoch() {
        try (Week week = Week.with(Kind.FILES, folder)) {
            // Given
            week.custody().round();
            UUID id = UUID.randomUUID();
            Sealed old = week.sealer().seal("{}".getBytes(StandardCharsets.UTF_8), Purpose.REPORT, id);

            // When
            week.moveTo(Week.FIRST.firstDay().plusYears(1));
            week.custody().round();

            // Then
            KeyStore seized = week.store().open();
            Set<Epoch> epochs = seized.epochs();
            assertFalse(epochs.isEmpty());
            for (Epoch epoch : epochs) {
                EpochSecret secret = EpochSecret.of(seized.read(epoch).orElseThrow());
                for (int claimed : new int[] {old.epoch(), epoch.number()}) {
                    assertThrows(
                            GeneralSecurityException.class,
                            () -> secret.open(old.bytes(), Purpose.REPORT.context(id, claimed)));
                }
            }
            assertEquals(
                    0,
                    epochs.stream()
                            .filter(epoch -> epoch.compareTo(Week.FIRST.plus(9)) < 0)
                            .count());
        }
    }
}
