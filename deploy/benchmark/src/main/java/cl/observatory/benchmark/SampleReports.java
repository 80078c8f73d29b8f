package cl.observatory.benchmark;

import cl.observatory.local.client.Reporting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reports of the lengths that people write, with and without what has to be replaced. */
final class SampleReports {

    private static final String COMMUNE = "13116";

    private static final List<String> CATEGORIES =
            List.of("EXTORTION", "GUNSHOTS", "DRUG_SALE_POINT", "LOAN_SHARKING", "SPACE_CONTROL", "SERVICE_GAP");

    private static final List<String> SENTENCES = List.of(
            "Hace unos tres meses que en la feria del sector cobran una cuota semanal a quienes tienen un puesto.",
            "Pasan los viernes al cierre, siempre de a dos, y a quien no paga le rompen la mercadería.",
            "Un vecino recibió mensajes desde el +56 9 8123 4567 en que le decían cuánto debía y hasta cuándo.",
            "Nadie quiere denunciar, porque la última persona que lo hizo tuvo que irse con su familia.",
            "En la plaza ya no juegan los niños después de las siete; las luminarias están quebradas desde agosto.",
            "Se escuchan disparos al aire dos o tres veces por semana, sobre todo de madrugada.",
            "La junta pidió más luz y rondas, y hasta ahora nadie ha venido a ver.",
            "Me dijeron que escribiera a vecinos.unidos@example.cl si necesitaba que alguien me acompañara.",
            "La cuenta a la que piden depositar está a nombre del RUT 12.345.678-5, según lo que circula.",
            "Tengo miedo de que sepan que escribí esto; por eso no digo en qué pasaje vivo.",
            "Lo que más preocupa es que ofrecen plata a cabros de doce o trece años para que avisen quién entra.",
            "Prestan a comerciantes con intereses diarios y después se quedan con el local o con el auto.");

    /** How many sentences a report has: from a line to what hardly fits. */
    private static final List<Integer> LENGTHS = List.of(1, 3, 5, 8, 2, 4, 12, 6);

    private SampleReports() {}

    static List<ObjectNode> all(Reporting reporting) {
        List<ObjectNode> reports = new ArrayList<>();
        for (int i = 0; i < CATEGORIES.size() * LENGTHS.size(); i++) {
            reports.add(report(reporting, i));
        }
        return reports;
    }

    static ObjectNode report(Reporting reporting, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTHS.get(number % LENGTHS.size()); i++) {
            text.append(SENTENCES.get((number * 7 + i) % SENTENCES.size())).append(' ');
        }
        return reporting.report(
                CATEGORIES.get(number % CATEGORIES.size()),
                COMMUNE,
                text.toString().strip());
    }
}
