package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en «-33.4489, -70.6693» botan",
                "en «-33,4489 -70,6693»",
                "en «33.4489 S, 70.6693 W»",
                "en «S33.4489 W70.6693»",
                "en «@-33.4489,-70.6693,17z»",
                "en «33°26'56.4\"S 70°40'09\"W»",
                "en «33º 26' 56\" S, 70º 40' 9\" O»",
                "en «33 grados 26 minutos 5 segundos sur, 70 grados 40 minutos 9 segundos oeste» dicen",
                "lat «-33.4489 lon -70.6693»",
                "lat: «-33.44 lon: -70.66»",
                "UTM 19H «346521 6298776»",
                "«346.521 E 6.298.776 N»",
                "en «47RC+8V»",
                "coordenadas «33.448, 70.669»",
                "en «-33.4489;-70.6693»"
            })
    void placesAreFound(String marked) {
        Found.only(Kind.COORDINATES, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entre 33,4 y 70,6 por ciento",
                "33,45% y 70,65%",
                "34,5 °C y 33°",
                "5° y 6° año",
                "de 10.000 a 12.500",
                "mide 12.5 x 8.4 metros",
                "de 10.000, 12.500 votos",
                "entre 33,45 o 36,12 puntos",
                "a las 22.15 hrs"
            })
    void measuresStay(String text) {
        Found.nothing(text);
    }
}
