package cl.observatory.reports.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Over texts that are drawn; a seed that fails is named. */
class ScreeningPropertyTest {

    private static final int ROUNDS = 1_000;

    private static final List<String> WORDS = List.of(
            "en", "la", "plaza", "venden", "droga", "de", "noche", "los", "vecinos", "tienen", "miedo", "y", "nadie",
            "hace", "nada", "cobran", "cuota", "al", "kiosco", "ayer", "vi", "cuatro", "motos", "dicen", "que", "hay",
            "balazos", "desde", "hace", "tres", "meses", "el", "sector", "está", "muy", "malo", "pasan", "a", "las",
            "diez");

    private static final List<String> PIECES = List.of(
            "9",
            "8765",
            "4321",
            "+56",
            "12.345.678",
            "-5",
            "k",
            "@",
            "gmail",
            ".com",
            "arroba",
            "punto",
            "http://",
            "www.",
            "don",
            "Juan",
            "calle",
            "N°",
            "123",
            "patente",
            "BB",
            "CL",
            "12",
            "-33.4489",
            ",",
            "-70.6693",
            "cuenta",
            "rut",
            "[RUT]",
            "[NOMBRE]",
            "\n",
            " ",
            ".",
            "-",
            "/",
            "(",
            ")",
            "ñ",
            "e\u0301",
            "\u200B",
            "\uD83D\uDE00",
            "\uD83D",
            "Ａ",
            "９",
            "\u00A0",
            "°",
            "'",
            "\"",
            "nueve",
            "ocho",
            "y",
            "alias",
            "el",
            "Sra.",
            "depto",
            "block",
            "///",
            "ﷺ",
            "\uE000");

    private final Screening screening = new Screening();

    @Test
    void aRutInAnyWritingIsFound() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            isGone(Kind.RUT, rut(random), random, seed);
        }
    }

    @Test
    void aMobileNumberInAnyWritingIsFound() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            isGone(Kind.PHONE, phone(random), random, seed);
        }
    }

    @Test
    void anEmailAddressInAnyWritingIsFound() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            isGone(Kind.EMAIL, email(random), random, seed);
        }
    }

    @Test
    void whatIsScreenedOnceStaysAsItIs() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(
                        random.nextInt(12) == 0 ? Character.toString(random.nextInt(0x10000)) : one(PIECES, random));
                text.append(random.nextBoolean() ? " " : "");
            }

            Screened screened = screening.screen(text.toString());

            assertEquals(new Screened(screened.text(), Map.of()), screening.screen(screened.text()), "seed " + seed);
            assertTrue(screened.text().length() <= Screening.MOST_TIMES_AS_LONG * text.length(), "seed " + seed);
            assertEquals(screened.found().isEmpty(), screened.text().contentEquals(text), "seed " + seed);
        }
    }

    private void isGone(Kind kind, String secret, Random random, int seed) {
        String before = words(random);
        String behind = words(random);
        String text = before + " " + secret + one(List.of(" ", ", ", ". ", "\n", "; "), random) + behind;

        Screened screened = screening.screen(text);

        assertTrue(screened.found().containsKey(kind), () -> "seed " + seed + ": " + text + " → " + screened.text());
        for (String part : secret.split("[^\\p{L}\\p{N}]+", -1)) {
            boolean ordinary = part.length() < 2 || (before + " " + behind).contains(part);
            assertFalse(
                    !ordinary && screened.text().contains(part),
                    () -> "seed " + seed + ": " + text + " → " + screened.text());
        }
    }

    private static String words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            words.add(one(WORDS, random));
        }
        return String.join(" ", words);
    }

    private static String rut(Random random) {
        String number = Integer.toString(1_000_000 + random.nextInt(98_000_000));
        String check = Character.toString(RutDetector.checkDigit(number));
        String joint = one(List.of("-", " - ", "- ", " -", "–", " guion ", " guión "), random);
        String dot = one(List.of("", ".", " ", ",", "·"), random);
        int length = number.length();
        String grouped = number.substring(0, length - 6)
                + dot
                + number.substring(length - 6, length - 3)
                + dot
                + number.substring(length - 3);
        return grouped + joint + (random.nextBoolean() ? check : check.toUpperCase(Locale.ROOT));
    }

    private static String phone(Random random) {
        String country = one(List.of("", "+56 ", "+56", "56", "56 ", "0056 ", "(+56) ", "+56-"), random);
        StringBuilder phone = new StringBuilder(country + "9");
        String gap = one(List.of(" ", "-", ".", " - ", ""), random);
        List<Integer> groups = one(
                List.of(
                        List.of(4, 4),
                        List.of(8),
                        List.of(2, 2, 2, 2),
                        List.of(3, 3, 2),
                        List.of(1, 1, 1, 1, 1, 1, 1, 1)),
                random);
        for (int group : groups) {
            phone.append(gap);
            for (int i = 0; i < group; i++) {
                phone.append(4 + random.nextInt(6));
            }
        }
        return phone.toString();
    }

    private static String email(Random random) {
        String name = one(List.of("juan", "rosa.soto", "el_chino", "pepe-22", "ana+avisos", "x9"), random)
                + random.nextInt(1000);
        String host = one(List.of("gmail", "hotmail", "feria.libre", "vecinos-sur", "mail.muni"), random);
        String at = one(List.of("@", " @ ", "(at)", " (at) ", "[arroba]", " arroba ", "＠", " (arroba) "), random);
        String dot = one(List.of(".", " punto ", "(punto)", "[dot]"), random);
        return name + at + host + (at.length() == 1 ? "." : dot) + one(List.of("cl", "com", "net", "org"), random);
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
