package cl.observatory.reports.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.receipt.MisreadReceiptException.Flaw;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptTest {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int SYMBOLS = 24;

    static Stream<Receipt> receipts() {
        Random random = new Random(6);
        return Stream.generate(() -> random(random)).limit(40);
    }

    private static Receipt random(Random random) {
        byte[] bytes = new byte[Receipt.RANDOM_LENGTH];
        random.nextBytes(bytes);
        return Receipt.ofRandom(bytes);
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void itIsShownInSixGroupsOfFourAndReadBack(Receipt receipt) {
        assertTrue(receipt.text().matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}"), receipt.text());
        assertEquals(receipt, Receipt.parse(receipt.text()));
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void everyWrongSymbolIsFound(Receipt receipt) {
        String symbols = receipt.text().replace("-", "");
        for (int place = 0; place < SYMBOLS; place++) {
            for (char other : ALPHABET) {
                if (other != symbols.charAt(place)) {
                    String wrong = symbols.substring(0, place) + other + symbols.substring(place + 1);
                    assertEquals(Flaw.CHECK, flaw(wrong), wrong);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void everyPairOfNeighboursThatChangedPlacesIsFoundButZeroBesideTheLast(Receipt receipt) {
        String symbols = receipt.text().replace("-", "");
        for (int place = 0; place + 1 < SYMBOLS; place++) {
            String pair = symbols.substring(place, place + 2);
            String wrong = symbols.substring(0, place) + pair.charAt(1) + pair.charAt(0) + symbols.substring(place + 2);
            if (pair.charAt(0) == pair.charAt(1) || pair.equals("0Z") || pair.equals("Z0")) {
                assertEquals(SYMBOLS, Receipt.parse(wrong).bytes().length);
            } else {
                assertEquals(Flaw.CHECK, flaw(wrong), wrong);
            }
        }
    }

    /** So that the exception of the rule above is no gap in the sample. */
    @Test
    void zeroBesideTheLastSymbolIsTheOnlyPairThatIsNotFound() {
        for (char first : ALPHABET) {
            for (char second : ALPHABET) {
                if (first != second) {
                    String symbols = complete("7".repeat(10) + first + second + "7".repeat(11));
                    String wrong = symbols.substring(0, 10) + second + first + symbols.substring(12);
                    boolean found = isMisread(wrong);
                    assertEquals(!("0Z".contains("" + first) && "0Z".contains("" + second)), found, symbols);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void itIsReadHoweverPeopleWriteIt(Receipt receipt) {
        String text = receipt.text();

        assertEquals(receipt, Receipt.parse(text.toLowerCase(Locale.ROOT)));
        assertEquals(receipt, Receipt.parse(text.replace("-", "")));
        assertEquals(receipt, Receipt.parse("  " + text.replace("-", " \t") + "\r\n"));
        assertEquals(receipt, Receipt.parse(text.replace("-", "\u2013").replace("Z", "z\u00a0")));
        assertEquals(receipt, Receipt.parse(text.replace('0', 'O').replace('1', 'I')));
        assertEquals(receipt, Receipt.parse(text.replace('0', 'o').replace('1', 'l')));
        assertEquals(receipt, Receipt.parse(text.replace('1', 'L').toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',LENGTH",
        "7777,LENGTH",
        "7777-7777-7777-7777-7777-777,LENGTH",
        "7777-7777-7777-7777-7777-77777,LENGTH",
        "U777-7777-7777-7777-7777-7777,SYMBOL",
        "7777-7777-7777-7777-7777-777!,SYMBOL",
        "7777-7777-7777-7777-7777-777\u0661,SYMBOL",
    })
    void whatIsNoReceiptSaysWhy(String text, Flaw flaw) {
        assertEquals(flaw, flaw(text));
    }

    @Test
    void allOfIts115BitsDependOnTheRandomOnes() {
        // Given
        byte[] random = new byte[Receipt.RANDOM_LENGTH];
        String none = Receipt.ofRandom(random).text();

        for (int bit = 0; bit < 115; bit++) {
            byte[] other = random.clone();
            other[bit / 8] = (byte) (0x80 >>> (bit % 8));
            assertFalse(Receipt.ofRandom(other).text().startsWith(none.substring(0, 28)), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void itDoesNotGetIntoALogByWayOfAMessage(Receipt receipt) {
        assertEquals("Receipt", "%s".formatted(receipt));
    }

    private static String complete(String symbols) {
        for (char check : ALPHABET) {
            if (!isMisread(symbols + check)) {
                return symbols + check;
            }
        }
        throw new AssertionError(symbols);
    }

    private static Flaw flaw(String text) {
        return assertThrows(MisreadReceiptException.class, () -> Receipt.parse(text))
                .flaw();
    }

    private static boolean isMisread(String text) {
        try {
            return Receipt.parse(text) == null;
        } catch (MisreadReceiptException misread) {
            return true;
        }
    }
}
