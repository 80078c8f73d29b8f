package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RutDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mi rut es «12345678-5» y vivo acá",
                "rut:«123456785»",
                "el dueño («12.345.678-5») cobra",
                "firma «12.345.678-5»",
                "firma «12.345.678 guion 5», dicen",
                "firma «12.345.678, dígito verificador 5»",
                "son «12 345 678-5» y nada más",
                "anotó «1234567-4»",
                "con puntos «12.345.6785» sin guion",
                "es «12,345,678-5»",
                "es «12345.678 - 5»",
                "le dicen «8.280.210-k»",
                "le dicen «8280210 K» en la feria",
                "su run «12.345.678» sin dígito",
                "cédula de identidad N° «12.345.678-0»",
                "el carnet «12345678-9»",
                "«12.345.678-0» es su rut",
                "rut «uno dos tres cuatro cinco seis siete ocho guion cinco»",
                "dni «45678901»",
                "rut del dueño «11111111-2»"
            })
    void isFoundHoweverItIsGrouped(String marked) {
        Found.only(Kind.RUT, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la boleta 12.345.678-6 era falsa",
                "el folio 12345678-4",
                "gastaron 12.345.678 pesos",
                "piden el rut y no sabemos para qué",
                "ley 20.393 y ley 21.577",
                "entre 2018-2023 y 2024-5",
                "código A12345678-5",
                "el rut cuesta 120.000 pesos",
                "ticket 76346577-9"
            })
    void otherNumbersStay(String text) {
        Found.nothing(text);
    }
}
