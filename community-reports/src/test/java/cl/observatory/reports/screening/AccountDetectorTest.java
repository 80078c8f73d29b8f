package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuenta corriente «00-123-45678-90» del banco",
                "cuenta rut «12.345.678» dijo",
                "CuentaRUT N° «11104098» dijo",
                "cuenta rut del banco estado, «16705571» dijo",
                "cta vista «1724201149»",
                "chequera electrónica «50043365564»",
                "clabe «078169084167781132» y",
                "mi cuenta es la «12345678901»",
                "transferir al «1234567890» hoy",
                "deposité en el «12345678» del banco estado",
                "tarjeta «4111 1111 1111 1111»",
                "«4111111111111111» es la tarjeta",
                "«GB82 WEST 1234 5698 7654 32»",
                "a «0x52908400098527886E0F7030069857D2E4169EE7» pagan",
                "cuenta santander «0-000-6317236-2»"
            })
    void numbersOfAccountsAreFound(String marked) {
        Found.only(Kind.ACCOUNT, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la cuenta del agua, $27.990",
                "una cuenta de 120.000 pesos",
                "la cuenta anual N° 3",
                "lo toma en cuenta",
                "cuenta con 25 carabineros",
                "el banco de alimentos",
                "depositaron 43.521.500 pesos",
                "transfirió 1500000 a un tal",
                "me vaciaron la cuenta vista anoche"
            })
    void accountsWithoutNumbersStay(String text) {
        Found.nothing(text);
    }
}
