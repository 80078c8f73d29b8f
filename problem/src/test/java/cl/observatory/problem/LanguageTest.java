package cl.observatory.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-US | en",
                "en-GB, es;q=0.5 | en",
                "es, en | es",
                "es-CL | es",
                "es;q=0.1, en;q=0.9 | en",
                "fr, en;q=0.1 | en",
                "fr | es",
                "* | es",
                "en;q=0 | es",
                "EN | en",
                "'' | es",
                "' ' | es",
                "en;q=x | es",
                ";;; | es",
                "x y z | es"
            })
    void languageIsTheBestThatIsSpoken(String header, String language) {
        assertEquals(language, Language.preferred(header).getLanguage());
    }

    @Test
    void languageIsSpanishWhenNobodyAsks() {
        assertEquals(Language.SPANISH, Language.preferred(null));
    }
}
