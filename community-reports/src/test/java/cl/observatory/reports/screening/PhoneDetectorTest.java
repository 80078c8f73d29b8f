package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama al «+56 9 8765 4321» después",
                "al «987654321» o nada",
                "al «9 8765-4321»",
                "«98765 4321» es el suyo",
                "al «9-876-54-321»",
                "al «9.87.65.43.21»",
                "«9 8 7 6 5 4 3 2 1» dijo",
                "al «(+56 9) 87654321»",
                "al «0056 9 8765 4321»",
                "al «09 8765 4321»",
                "al «569 8765 4321»",
                "al «2 2345 6789»",
                "al «(02) 22345678»",
                "al «22 345 6789»",
                "al «63 223 9500» en la tarde",
                "al «72-2647336»",
                "al «+56 41 234 5678»",
                "al «(41) 2 345678»",
                "fono «2345 6789» en la noche",
                "wsp «87654321» y listo",
                "desde el «+57 310 4567890»",
                "desde «+51 987 654 321»",
                "desde «+1 (305) 555-0123»",
                "al «nueve ocho siete seis cinco cuatro tres dos uno» de noche",
                "al «nueve, ochenta y siete, sesenta y cinco, cuarenta y tres, veintiuno» y ya",
                "al «nueve 8765 4321» de noche",
                "fono«987654321»"
            })
    void isFoundHoweverItIsWritten(String marked) {
        Found.only(Kind.PHONE, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llamé al 133, al 134 y al *4242",
                "fono 600 333 0000 o 800 200 345",
                "el fono 1412 no contesta",
                "el 12-05-2023 llamaron",
                "cuesta $9.876.543 pesos",
                "andaban cinco, siete, nueve gallos",
                "sello 97614123-6 trucho",
                "la boleta 912345678",
                "nueve, diez, once, doce, trece cabros",
                "el 9-12-2023 10 personas",
                "piden 980 lucas",
                "de 9 a 18:30 horas",
                "el depósito 2023-912345678"
            })
    void numbersOfServicesAndOtherNumbersStay(String text) {
        Found.nothing(text);
    }
}
