package cl.observatory.ingest.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodReaderTest {

    @ParameterizedTest
    @CsvSource({"A, 2024", "S, 2024-S2", "Q, 2024-Q3", "M, 2024-03", "M, 0001-01", "A, 9999"})
    void formsOfSdmxAreRead(Frequency frequency, String text) {
        PeriodReader reader = new PeriodReader(frequency, null, false);

        assertEquals(Optional.of(text), reader.read(text).map(Period::toString));
        assertTrue(reader.read(text).filter(reader::isOfFrequency).isPresent());
    }

    @Test
    void otherFrequencyIsToldApart() {
        PeriodReader reader = new PeriodReader(Frequency.M, null, false);

        assertFalse(reader.isOfFrequency(reader.read("2024").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-13",
                "2024-00",
                "2024-1",
                "2024-Q5",
                "2024-S3",
                "2024-S0",
                "0000",
                "20240",
                "2024-03-01",
                " 2024",
                "2024-03 ",
                "２０２４",
                "-2024",
                "2024/03"
            })
    void otherTextIsNoPeriod(String text) {
        assertEquals(Optional.empty(), new PeriodReader(Frequency.M, null, false).read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "M, yyyy-MM-dd, 2024-03-01, 2024-03",
        "M, dd/MM/yyyy, 01/03/2024, 2024-03",
        "M, d/M/yyyy,   1/3/2024,   2024-03",
        "M, MM-yyyy,    03-2024,    2024-03",
        "M, M.yyyy,     12.2024,    2024-12",
        "M, yyyyMM,     202403,     2024-03",
        "M, MM/yy,      03/24,      2024-03",
        "Q, yyyy-MM-dd, 2024-04-01, 2024-Q2",
        "S, yyyy-MM-dd, 2024-07-01, 2024-S2",
        "A, yyyy-MM-dd, 2024-01-01, 2024",
        "A, yyyy,       2024,       2024"
    })
    void datesNameThePeriodThatTheyBegin(Frequency frequency, String format, String text, String period) {
        assertEquals(
                Optional.of(period),
                new PeriodReader(frequency, format, false).read(text).map(Period::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "M, yyyy-MM-dd, 2024-03-02",
        "M, yyyy-MM-dd, 2024-02-30",
        "M, yyyy-MM-dd, 2024-3-1",
        "M, yyyy-MM-dd, 03/01/2024",
        "Q, yyyy-MM-dd, 2024-02-01",
        "S, yyyy-MM-dd, 2024-04-01",
        "A, yyyy-MM-dd, 2024-02-01",
        "A, yyyy,       24",
        "M, yyyy-MM-dd, +12024-01-01",
        "M, yyyy-MM-dd, 0000-01-01",
        "M, yyyy-MM-dd, -0001-01-01"
    })
    void dateThatBeginsNoPeriodIsNone(Frequency frequency, String format, String text) {
        assertEquals(Optional.empty(), new PeriodReader(frequency, format, false).read(text));
    }

    @ParameterizedTest
    @CsvSource({"M, yyyy-MM-dd", "M, MM/yyyy", "M, dd.MM.yy", "Q, yyyy-MM-dd", "S, MM-yyyy", "A, yyyy", "A, yyyy-MM-dd"
    })
    void formatThatTellsEveryPeriodIsUsable(Frequency frequency, String format) {
        assertTrue(PeriodReader.canRead(frequency, format));
    }

    @ParameterizedTest
    @CsvSource({
        "M, yyyy",
        "Q, yyyy",
        "S, yyyy",
        "M, MM-dd",
        "A, MM-dd",
        "M, dd-dd",
        "M, '----'",
        "M, MMMMMMMMMM",
        "M, yyyyMMMMMM",
        "M, yyyyM",
        "A, dddd"
    })
    void formatThatMixesPeriodsUpIsNot(Frequency frequency, String format) {
        assertFalse(PeriodReader.canRead(frequency, format));
    }
}
