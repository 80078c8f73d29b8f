package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patente «BBCL12» roja",
                "patente «bbcl 12»",
                "un auto «BB·CL·12»",
                "un auto «BB-CL-12»",
                "un furgón «ghtr-55»",
                "camioneta «AB1234» sin luces",
                "un sedán «AB-12-34»",
                "auto «ab 12 34» gris",
                "patente «AU 5536» dijo",
                "patente «SU-5928»",
                "patente «su-5928» roja",
                "moto «HLJ084»",
                "moto «jkl 045»",
                "una moto «KRK·92»",
                "placa «vpy018»",
                "placa argentina «AB 123 CD»",
                "ppu: «KK-LL-55»",
                "patente «B B C L 1 2»"
            })
    void isFoundHoweverItIsParted(String marked) {
        Found.only(Kind.PLATE, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EN 2022 subió",
                "DE 2018 A 2021",
                "la UV 23",
                "la JJVV 25",
                "COVID-19",
                "el OS-7",
                "monitores LG 32",
                "CCTV 24 horas",
                "el fondo FNDR 2023",
                "la patente comercial 2023",
                "la patente de 2018",
                "un modelo S-10",
                "la micro H14",
                "el grupo ABC-1"
            })
    void shortNamesWithNumbersStay(String text) {
        Found.nothing(text);
    }
}
