package cl.observatory.query.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    private static final Change.Rule PLAIN = new Change.Rule(List.of(), false, Window.ONE);

    /** From 100 to 60 of as many people the ratio is 0.6 [0.4357, 0.8263]; from 30 to 20 it is 0.6667 [0.379, 1.174]. */
    @ParameterizedTest
    @CsvSource({"100,60,true", "60,100,true", "30,20,false", "0,10,true", "0,3,false", "0,0,false"})
    void changeOfCountsIsMoreThanChanceWhenTheirRatioIs(long before, long after, boolean significant) {
        Change change = between(before, after, PLAIN).orElseThrow();

        assertEquals(significant, change.isSignificant());
        assertEquals(before == 0 && after == 0, change.ratio() == null);
    }

    @Test
    void ratioIsToTheEarlierValue() {
        Change change = between(100, 60, PLAIN).orElseThrow();

        assertEquals(0.6, change.ratio().value(), 1e-9);
        assertEquals(0.435663, change.ratio().interval().lower(), 1e-6);
        assertEquals(0.826327, change.ratio().interval().upper(), 1e-6);
    }

    /** The two windows of 2023 to 2024 and of 2024 to 2025 have the cases of 2024 in common. */
    @Test
    void sumsThatHavePeriodsInCommonAreNotTested() {
        Change change = between(100, 60, new Change.Rule(List.of(), false, new Window(2, false)))
                .orElseThrow();

        assertNull(change.ratio());
        assertNull(change.isSignificant());
        assertNotNull(change.difference());
    }

    @Test
    void partialIsNotComparedWithWhole() {
        Measure whole = MeasureBuilder.in(1).cases(100).among(100_000).measure();
        Measure partial = MeasureBuilder.in(1)
                .of(2025)
                .cases(60)
                .among(100_000)
                .ofMonths(6)
                .measure();

        assertEquals(Optional.empty(), Change.between(whole, partial, PLAIN));
    }

    private static Optional<Change> between(long before, long after, Change.Rule rule) {
        return Change.between(
                MeasureBuilder.in(1).cases(before).among(100_000).measure(),
                MeasureBuilder.in(1).of(2025).cases(after).among(100_000).measure(),
                rule);
    }
}
