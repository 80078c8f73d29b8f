package cl.observatory.reports.screening;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is taken out of a text. Where two finds of one length lie on each other, the kind that stands first is told. */
@Schema(name = "RedactionKind")
public enum Kind {
    ACCOUNT("[CUENTA]"),
    RUT("[RUT]"),
    EMAIL("[CORREO]"),
    URL("[ENLACE]"),
    COORDINATES("[COORDENADAS]"),
    PHONE("[TELÉFONO]"),
    STREET_NUMBER("[DIRECCIÓN]"),
    PLATE("[PATENTE]"),
    NAME("[NOMBRE]");

    static final List<String> MARKERS =
            Arrays.stream(values()).map(Kind::marker).toList();

    private final String marker;

    Kind(String marker) {
        this.marker = marker;
    }

    /** What stands in the text instead. */
    public String marker() {
        return marker;
    }
}
