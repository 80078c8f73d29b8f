package cl.observatory.reports.report;

import cl.observatory.problem.Fault;
import cl.observatory.reports.screening.Screened;
import java.util.List;

/** What a text of a reporter may be. */
final class ReporterText {

    /** In characters, however many bytes each has. */
    private static final int LONGEST = 2000;

    private ReporterText() {}

    static void check(String text, String pointer, List<Fault> faults) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            faults.add(Fault.inBody(pointer, "TOO_LONG", Integer.toString(LONGEST)));
        }
        if (text.codePoints().anyMatch(ReporterText::isNoText)) {
            faults.add(Fault.inBody(pointer, "CONTROL_CHARACTER"));
        }
    }

    private static boolean isNoText(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }

    /** What was replaced in it. */
    static List<Redaction> redactions(Screened screened) {
        return screened.found().entrySet().stream()
                .map(found -> new Redaction(found.getKey(), found.getValue()))
                .sorted()
                .toList();
    }
}
