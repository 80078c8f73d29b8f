package cl.observatory.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent            | ES",
                "en                | EN",
                "en-GB,en;q=0.8    | EN",
                "es-CL             | ES",
                "es;q=0.5,en;q=0.9 | EN",
                "fr, de            | ES",
                "*                 | ES",
                "en;q=0, es        | ES",
                "not a ;; header   | ES"
            })
    void spanishUnlessEnglishIsPreferred(String header, Language expected) {
        assertEquals(expected, Language.preferredIn(header));
    }
}
