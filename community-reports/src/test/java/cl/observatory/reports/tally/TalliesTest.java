package cl.observatory.reports.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.reports.AtOnce;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.custody.NotOpenedException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tally of the current month. */
@QuarkusTest
@WithTestResource(Servers.class)
class TalliesTest {

    private static final int MODERATORS = 8;

    @Inject
    Tallies tallies;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @BeforeEach
    void forget() {
        Store.update("delete from month_tally");
    }

    /** Also when there is no tally of the month yet. */
    @Test
    void decisionsThatAreMadeAtOnceAreAllCounted() throws Exception {
        AtOnce.run(
                MODERATORS,
                moderator -> jdbi.inTransaction(handle -> {
                    tallies.add(handle, new Fact.Valid("EXTORTION", "13101"));
                    return moderator;
                }));

        assertEquals(Map.of("EXTORTION", Map.of("13101", MODERATORS)), taken().valid());
    }

    @Test
    void whatIsTakenBackIsNotCounted() {
        jdbi.useTransaction(handle -> tallies.add(handle, new Fact.Opened()));
        jdbi.useTransaction(handle -> {
            tallies.add(handle, new Fact.Opened());
            handle.rollback();
        });

        assertEquals(1, taken().opened());
    }

    @Test
    void tallyThatWasMovedToAnotherRowDoesNotOpen() {
        jdbi.useTransaction(handle -> tallies.add(handle, new Fact.Opened()));
        Store.update("update month_tally set id = ?", UUID.randomUUID());

        assertThrows(NotOpenedException.class, this::taken);
    }

    private Tally taken() {
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneId.of("America/Santiago")));
        return jdbi.inTransaction(handle -> tallies.take(handle, month));
    }
}
