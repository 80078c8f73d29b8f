package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a «juan.perez@gmail.com», ojalá",
                "a «JUAN@YAHOO.ES»",
                "a «juan+x@sub.muni.gob.cl».",
                "a «juan @ gmail.com»",
                "a «juan(at)gmail(dot)com»",
                "a «juan[arroba]feria[punto]cl»",
                "a «juan arroba gmail punto com» por favor",
                "a «juan punto perez arroba gmail punto com»",
                "a «juan guion bajo perez arroba hotmail punto com»",
                "a «juan@gmail» y listo",
                "a «juan arroba gmail»",
                "a «juanarrobagmail.com»",
                "a «juan@gmail,com»",
                "a «juan at empresa dot cl»",
                "a «ñandú@ñuñoa.cl»",
                "a «juan@@gmail.com»",
                "a «juan @ gmail . com»"
            })
    void isFoundHoweverItIsWritten(String marked) {
        Found.only(Kind.EMAIL, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vecin@s y compañer@s",
                "a tod@s.Gracias por leer",
                "tres arrobas de papas y 6 @ de uva",
                "pintaron una @ roja. Es de ellos",
                "el símbolo de arroba y punto",
                "un @ con spray",
                "guardé informe.pdf y acta.final"
            })
    void atSignsOfOtherUseStay(String text) {
        Found.nothing(text);
    }
}
