package cl.observatory.query.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,false",
                "2018-09-06,-,false",
                "2024-12-31,-,false",
                "2025-01-01,-,true",
                "-,2024-01-01,true",
                "-,2024-01-02,false",
                "2023-01-01,2023-06-01,true"
            })
    void territoryIsOfAnotherDivisionWhenItHeldAtNoTimeOfThePeriod(LocalDate from, LocalDate to, boolean another) {
        assertEquals(another, MeasureBuilder.in(from, to).cases(5).measure().isOfAnotherDivision());
        assertFalse(MeasureBuilder.in(from, to).measure().isOfAnotherDivision());
    }

    @Test
    void cellsThatLackInTheMonthsCoveredMakeAValueIncomplete() {
        assertFalse(MeasureBuilder.in(1).cases(5).cells(24, 24).measure().isIncomplete());
        assertTrue(MeasureBuilder.in(1).cases(5).cells(23, 24).measure().isIncomplete());
        assertFalse(MeasureBuilder.in(1).cases(5).ofMonths(6).measure().isIncomplete());
        assertTrue(
                MeasureBuilder.in(1).cases(5).ofMonths(6).cells(5, 12).measure().isIncomplete());
        assertFalse(MeasureBuilder.in(1).measure().isIncomplete());
    }

    @Test
    void moreCellsThanExpectedAreNotTooFew() {
        assertFalse(MeasureBuilder.in(1).cases(5).cells(12, 0).measure().isIncomplete());
        assertFalse(MeasureBuilder.in(1).cases(5).cells(12, 0).measure().isFarFromComplete());
    }

    @Test
    void valueOfFewerMonthsThanThePeriodHasIsPartial() {
        assertTrue(MeasureBuilder.in(1).cases(5).ofMonths(11).measure().isPartial());
        assertFalse(MeasureBuilder.in(1).cases(5).ofMonths(12).measure().isPartial());
        assertFalse(MeasureBuilder.in(1).measure().isPartial());
    }
}
