package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetNumberDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en «Av. Libertador Bernardo O'Higgins 1234» venden",
                "en «calle 21 de Mayo #455»",
                "en «psje Arturo Prat #528-C», ahí",
                "en «pasaje 3 casa 15»",
                "en «Pasaje 12 N° 2840»",
                "en «pje. el membrillo 0184», toquen",
                "en «los copihues 985» funciona",
                "vive en «Los Aromos 123»",
                "en «Los Copihues con el 215» venden",
                "en «Manuel Montt nro 326 depto 12»",
                "en «av los pajaritos 327, dpto. 572» viven",
                "en «block 8 depto 72» viven",
                "en la «mz 5 lote 12»",
                "en «4 norte 1025»",
                "en «Santa Rosa a la altura del 4500»",
                "en el «depto 302»",
                "en gran «avenida 5678»",
                "en «camino el alba numero 12» hay",
                "en «calle A 123»"
            })
    void aStreetWithANumberIsFound(String marked) {
        Found.only(Kind.STREET_NUMBER, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en Av. Los Pajaritos con Américo Vespucio",
                "por calle 18 de Septiembre",
                "en Avenida 11 de Septiembre hay 3 locales",
                "la ruta 5 km 234",
                "el kilómetro 12 de la ruta 78",
                "a 3 cuadras de la plaza",
                "en el sector 5 hay 300 familias",
                "la micro 506 y la H14",
                "por calle Prat pasan 20 motos",
                "los locales 1 a 20",
                "el block del medio",
                "en Puente Alto 2023",
                "balearon mi casa 3 veces",
                "en calle Prat, 3 heridos",
                "a Carabineros 133",
                "la ley 20393",
                "el 12 de mayo de 2023"
            })
    void streetsAndNumbersAloneStay(String text) {
        Found.nothing(text);
    }
}
