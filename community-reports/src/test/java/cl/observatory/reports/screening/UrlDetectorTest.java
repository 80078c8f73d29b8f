package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en «https://www.facebook.com/juan.perez.9», ahí",
                "en «www.pagina.cl/x?y=1».",
                "en «http://1.2.3.4/x»",
                "por «wa.me/56987654321»",
                "por «t.me/canal»",
                "en «ventas-arica.cl» venden",
                "«HTTPS://VENTAS.ORG»",
                "en «pagina punto cl» venden",
                "por ig «@elchino_22»",
                "instagram: «elchino_22» vende",
                "su tiktok es «el_chino22»",
                "en «hxxps://mala.xyz/a»",
                "(«bit.ly/abc123»)"
            })
    void addressesAndAccountsAreFound(String marked) {
        Found.only(Kind.URL, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guardé foto1.jpg y acta.docx",
                "la versión 2.3.0",
                "la plaza.Es peligrosa",
                "la sede.Me robaron",
                "24/7 y c/u",
                "la S.A. dueña",
                "6 @papas",
                "l@s vecin@s",
                "hasta cierto punto",
                "red social"
            })
    void filesVersionsAndForgottenBlanksStay(String text) {
        Found.nothing(text);
    }
}
