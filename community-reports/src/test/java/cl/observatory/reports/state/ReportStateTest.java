package cl.observatory.reports.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStateTest {

    @ParameterizedTest
    @CsvSource({
        "SCREENED, IN_REVIEW WITHDRAWN PURGED",
        "IN_REVIEW, VALIDATED NEEDS_INFO MERGED REJECTED WITHDRAWN PURGED",
        "VALIDATED, REFERRED CLOSED WITHDRAWN PURGED",
        "NEEDS_INFO, IN_REVIEW CLOSED WITHDRAWN PURGED",
        "MERGED, WITHDRAWN PURGED",
        "REJECTED, WITHDRAWN PURGED",
        "REFERRED, WITHDRAWN PURGED",
        "CLOSED, WITHDRAWN PURGED",
        "WITHDRAWN, PURGED",
        "PURGED, ''"
    })
    void everyStateKnowsWhatMayComeNext(ReportState state, String next) {
        Set<ReportState> expected = Arrays.stream(next.split(" "))
                .filter(name -> !name.isEmpty())
                .map(ReportState::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(expected, new TreeSet<>(state.next()));
    }

    @Test
    void rejectedReportCannotBeValidated() {
        assertFalse(ReportState.REJECTED.mayBecome(ReportState.VALIDATED));
    }

    @ParameterizedTest
    @EnumSource
    void nothingComesOfWhatIsErasedButItsPurge(ReportState state) {
        assertEquals(state.isErased(), Set.of(ReportState.PURGED).containsAll(state.next()));
    }

    /** Else the receipt would tell whether a report was counted. */
    @ParameterizedTest
    @EnumSource(names = {"VALIDATED", "MERGED", "REJECTED", "REFERRED", "CLOSED"})
    void howItWasDecidedMakesNoDifferenceToTheReporter(ReportState state) {
        assertTrue(state.isDecided());
    }
}
