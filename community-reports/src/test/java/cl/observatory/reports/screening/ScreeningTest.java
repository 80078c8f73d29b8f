package cl.observatory.reports.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    /** A page of text and more, so that work growing with the square of the length would be felt. */
    private static final int LONG = 4_000;

    private final Screening screening = new Screening();

    @Test
    void eachKindIsReplacedByItsMarkerAndCounted() {
        Screened screened =
                screening.screen("Don Juan, rut 12.345.678-5, fono 9 8765 4321 y 9 8765 4322, vive en Los Aromos 123.");

        assertEquals("Don [NOMBRE], rut [RUT], fono [TELÉFONO] y [TELÉFONO], vive en [DIRECCIÓN].", screened.text());
        assertEquals(Map.of(Kind.NAME, 1, Kind.RUT, 1, Kind.PHONE, 2, Kind.STREET_NUMBER, 1), screened.found());
    }

    @Test
    void whatWasFoundCannotBeChanged() {
        Map<Kind, Integer> found = screening.screen("don Juan").found();

        assertThrows(UnsupportedOperationException.class, found::clear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "Venden droga en la plaza.", "[RUT]", "[TELÉFONO] y [NOMBRE] [NOMBRE]"})
    void aTextWithNothingToFindStaysAsItIs(String text) {
        assertEquals(new Screened(text, Map.of()), screening.screen(text));
    }

    @Test
    void ofFindsThatLieOnEachOtherAllGoesAndTheLongerOneIsTold() {
        assertEquals(
                new Screened("en [ENLACE]", Map.of(Kind.URL, 1)), screening.screen("en https://wa.me/56987654321"));
        assertEquals(new Screened("a [CORREO]", Map.of(Kind.EMAIL, 1)), screening.screen("a 12345678-5@x.cl"));
        assertEquals(
                new Screened("cuenta rut [CUENTA]", Map.of(Kind.ACCOUNT, 1)),
                screening.screen("cuenta rut 12345678-5"));
    }

    @Test
    void aMarkerThatTheReporterWroteStandsBetweenOtherFinds() {
        assertEquals("98765[RUT]4321", screening.screen("98765[RUT]4321").text());
        assertEquals("don [NOMBRE] Soto", screening.screen("don [NOMBRE] Soto").text());
        assertEquals(
                "en [ENLACE][RUT]", screening.screen("en https://x.cl/[RUT]").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１２．３４５．６７８－５",
                "12\u200B.345\u200D.678-5",
                "12.345.678\u22125",
                "12\u00A0345\u00A0678-5",
                "\u0661\u0662.\u0663\u0664\u0665.\u0666\u0667\u0668-\u0665",
                "12.345.678\u20115",
                "12.3\u00AD45.678-5",
                "1️⃣2️⃣.3️⃣4️⃣5️⃣.6️⃣7️⃣8️⃣-5️⃣",
                "\uD835\uDFCF\uD835\uDFD0.345.678-5",
                "\u202E12.345.678-5\u202C",
                "12.345.678\u20135",
                "➀➁.❸❹❺.⓺⓻⓼-⑤"
            })
    void figuresOfEveryScriptAndHiddenCharactersAreSeenThrough(String rut) {
        Screened screened = screening.screen("el " + rut + " cobra");

        assertEquals(Map.of(Kind.RUT, 1), screened.found());
        assertTrue(screened.text().chars().noneMatch(Character::isDigit), screened.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "juan＠gmail.com",
                "juan﹫gmail．com",
                "juan@gm\u200Bail.com",
                "JuAn@GmAiL.CoM",
                "j\u0443an@gmail.com",
                "juan@gmail\u3002com",
                "ju\u0301an@gmail.com",
                "juan\u00A0@\u00A0gmail.com"
            })
    void anAddressInLettersThatLookAlikeIsFound(String address) {
        assertEquals(new Screened("a [CORREO] ya", Map.of(Kind.EMAIL, 1)), screening.screen("a " + address + " ya"));
    }

    @Test
    void accentsInPartsAreNoOthers() {
        String text = "doña María Núñez vive en Avenida Río Maullín N° 1245";
        String expected = "doña [NOMBRE] vive en [DIRECCIÓN]";

        assertEquals(expected, screening.screen(text).text());
        assertEquals(
                Normalizer.normalize("doña ", Normalizer.Form.NFD) + "[NOMBRE] vive en [DIRECCIÓN]",
                screening
                        .screen(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .text());
    }

    @Test
    void anAccentBehindTheLastLetterGoesWithIt() {
        assertEquals("don [NOMBRE].", screening.screen("don Jose\u0301.").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 ",
                "9-",
                "9.",
                "1.234.",
                "12.345.678-",
                "a@",
                "@a.",
                "a.",
                "a@b.",
                "http://",
                "www.",
                "don ",
                "don A",
                "calle a ",
                "calle 1 ",
                "-33.4 ",
                "33°4'",
                "nueve ",
                "cuenta rut ",
                "rut ",
                "patente A",
                "BB-",
                "(",
                "arroba ",
                "punto ",
                "x arroba x punto cl ",
                "+56",
                "ochenta y ",
                "alias el ",
                "///a.",
                "\uE000",
                "\u0301",
                "\uD83D",
                "ﷺ",
                "[",
                "[RUT]"
            })
    void aLongTextOfOneThingIsScreenedAndStable(String part) {
        String text = part.repeat(LONG / part.length());

        String screened = screening.screen(text).text();

        assertTrue(screened.length() <= Screening.MOST_TIMES_AS_LONG * text.length());
        assertEquals(new Screened(screened, Map.of()), screening.screen(screened));
    }
}
