package cl.observatory.ingest.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.profile.ImportProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

    private static final char NO_BREAK_SPACE = '\u00a0';

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 3",
        "007, 7",
        "' 12 ', 12",
        "123456789012345, 123456789012345",
        "3.0, 3",
        "3.00, 3",
        "3.0000, 3",
        "0.0, 0",
        "1096, 1096"
    })
    void wholeNumberIsRead(String text, long value) {
        assertRead(value, reader(".", null, 0), text);
    }

    @ParameterizedTest
    @CsvSource({
        "three, NOT_A_NUMBER",
        "3 4, NOT_A_NUMBER",
        "3., NOT_A_NUMBER",
        ".5, NOT_A_NUMBER",
        "+3, NOT_A_NUMBER",
        "1e3, NOT_A_NUMBER",
        "0x1F, NOT_A_NUMBER",
        "NaN, NOT_A_NUMBER",
        "١٢, NOT_A_NUMBER",
        "'3,0', NOT_A_NUMBER",
        "1.0.0, NOT_A_NUMBER",
        "--3, NOT_A_NUMBER",
        "1.023, NOT_WHOLE",
        "1.5, NOT_WHOLE",
        "0.0001, NOT_WHOLE",
        "1.000, AMBIGUOUS_NUMBER",
        "12.000, AMBIGUOUS_NUMBER",
        "-3, NEGATIVE_COUNT",
        "-3.0, NEGATIVE_COUNT",
        "1234567890123456, NUMBER_TOO_LARGE",
        "99999999999999999999999999, NUMBER_TOO_LARGE"
    })
    void otherTextIsNoWholeNumber(String text, ConflictType conflict) {
        assertRefused(conflict, reader(".", null, 0), text);
    }

    @ParameterizedTest
    @CsvSource({"1.023, 1023", "12.345.678, 12345678", "999, 999", "1023, 1023", "'1.023,0', 1023", "0, 0"})
    void chileanThousandsAreRead(String text, long value) {
        assertRead(value, reader(",", ".", 0), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.02, AMBIGUOUS_NUMBER", "10.23, AMBIGUOUS_NUMBER", "1.0234, AMBIGUOUS_NUMBER", "1234.567, AMBIGUOUS_NUMBER",
        "1..000, AMBIGUOUS_NUMBER", "1., AMBIGUOUS_NUMBER", ".123, NOT_A_NUMBER", "'1.023,5', NOT_WHOLE",
        "'1.023,000', AMBIGUOUS_NUMBER", "'1,023.0', NOT_A_NUMBER"
    })
    void groupsThatAreNotOfThreeAreAmbiguous(String text, ConflictType conflict) {
        assertRefused(conflict, reader(",", ".", 0), text);
    }

    @Test
    void everySeparatorOfThousandsIsRead() {
        for (String separator : List.of(".", " ", "'", String.valueOf(NO_BREAK_SPACE))) {
            assertRead(1_234_567, reader(",", separator, 0), "1" + separator + "234" + separator + "567");
        }
        assertRead(1_234_567, reader(".", ",", 0), "1,234,567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "1\00023", "1\0000000"})
    void nothingSeparatesThousandsWhenTheProfileNamesNothing(String text) {
        assertRefused(ConflictType.NOT_A_NUMBER, reader(".", null, 0), text);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5', 150",
        "'1,05', 105",
        "'-0,25', -25",
        "2, 200",
        "'2,000', 200",
        "'12.345,67', 1234567",
        "'0,10', 10"
    })
    void decimalsBecomeAWholeNumberOfTheirUnit(String text, long value) {
        assertRead(value, new ValueReader(profile(",", ".", List.of("")), Definition.measure(2)), text);
    }

    @ParameterizedTest
    @CsvSource({"'1,005', TOO_PRECISE", "'1,50001', TOO_PRECISE", "12345678901234, NUMBER_TOO_LARGE"})
    void moreDecimalsThanTheDatasetHasAreNotCutOff(String text, ConflictType conflict) {
        assertRefused(conflict, new ValueReader(profile(",", ".", List.of("")), Definition.measure(2)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "s/i", "n/d", "  ", " - "})
    void missingIsNotZero(String text) {
        assertRead(ObservationBatch.MISSING, reader(".", null, 0), text);
    }

    @Test
    void otherTextsAreMissingWhenTheProfileSaysSo() {
        ValueReader reader = new ValueReader(profile(".", null, List.of("-9", "No Recepcionado")), Definition.cases());

        assertRead(ObservationBatch.MISSING, reader, "-9");
        assertRead(ObservationBatch.MISSING, reader, "No Recepcionado");
        assertRefused(ConflictType.NOT_A_NUMBER, reader, "");
        assertRefused(ConflictType.NOT_A_NUMBER, reader, "-");
    }

    @Test
    void conflictIsOfTheLastTextAlone() {
        // Given
        ValueReader reader = reader(".", null, 0);

        // When
        reader.read("x", false);
        reader.read("3", false);

        // Then
        assertNull(reader.conflict());
    }

    /** Whatever is written as a publisher writes it comes back as the number it was. */
    @Test
    void everyNumberThatIsWrittenIsRead() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            int decimals = random.nextInt(4);
            boolean thousands = random.nextBoolean();
            BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), decimals);
            String text = written(number, thousands);
            ValueReader reader =
                    new ValueReader(profile(",", thousands ? "." : null, List.of("")), Definition.measure(decimals));

            assertEquals(
                    number.unscaledValue().longValueExact(), reader.read(text, false), "seed " + seed + ": " + text);
            assertNull(reader.conflict(), "seed " + seed + ": " + text);
        }
    }

    private static String written(BigDecimal number, boolean thousands) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = thousands ? whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") : whole;
        return point < 0 ? grouped : grouped + "," + plain.substring(point + 1);
    }

    private static ValueReader reader(String decimal, String thousands, int decimals) {
        return new ValueReader(
                profile(decimal, thousands, null), decimals == 0 ? Definition.cases() : Definition.measure(decimals));
    }

    private static ImportProfile profile(String decimal, String thousands, List<String> missing) {
        return GivenProfile.of("""
                {"name": "plain", "decimalSeparator": %s, "thousandsSeparator": %s, "missing": %s, "components": {}}
                """, decimal, thousands, missing);
    }

    private static void assertRead(long value, ValueReader reader, String text) {
        assertEquals(value, reader.read(text, false));
        assertNull(reader.conflict());
    }

    private static void assertRefused(ConflictType conflict, ValueReader reader, String text) {
        reader.read(text, false);
        assertNotNull(reader.conflict());
        assertEquals(conflict, reader.conflict());
    }
}
