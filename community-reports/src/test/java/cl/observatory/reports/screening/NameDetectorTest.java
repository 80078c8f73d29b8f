package cl.observatory.reports.screening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don «Juan Pérez» cobra",
                "DON «JUAN PÉREZ» ES EL QUE COBRA",
                "doña «rosa carrasco», en la toma",
                "la señora «maría de los ángeles soto» paga",
                "el Sr. «Muñoz» sabe",
                "la tía «Juanita» sabe",
                "el sargento «Pérez González» llegó",
                "mi vecino «Pedro Huenchumilla» vio",
                "me llamo «Camila Rojas» y",
                "alias el «Toro»",
                "don «pancho» cobra",
                "Dr. «Óscar Núñez-Soto» vino",
                "los señores «Pérez y Soto»",
                "el cabo primero «Soto»",
                "don «eleuterio huichaqueo» vive",
                "doña «Juana de la Cruz» vio",
                "un tal «Yonatan» cobra"
            })
    void aNameBehindATitleIsFound(String marked) {
        Found.only(Kind.NAME, marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "el señor de la esquina",
                "la tía del kiosco",
                "la profe jefe",
                "el Director Nacional dijo",
                "el Fiscal Regional",
                "Sr. Director: escribo",
                "la plaza Capitán Prat",
                "calle Sargento Aldea",
                "avenida General Velásquez",
                "comuna de Padre Hurtado",
                "el cabo de guardia",
                "el abogado. Tenemos miedo",
                "mi hija menor",
                "la señora rica",
                "se llama a la gente",
                "el hospital Doctor Sótero del Río"
            })
    void officesAndPlacesStay(String text) {
        Found.nothing(text);
    }
}
