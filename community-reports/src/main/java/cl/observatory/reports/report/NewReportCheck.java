package cl.observatory.reports.report;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.guidance.Category;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.guidance.Term;
import cl.observatory.reports.guidance.Vocabulary;
import cl.observatory.reports.notice.Notices;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.territory.Territories;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a report says is looked up, and everything that is wrong with it is told at once. */
@ApplicationScoped
class NewReportCheck {

    /** Of how many months before this one is told. */
    private static final int OLDEST_MONTHS = 24;

    private final Guidance guidance;
    private final Territories territories;
    private final Notices notices;
    private final Epochs epochs;

    NewReportCheck(Guidance guidance, Territories territories, Notices notices, Epochs epochs) {
        this.guidance = guidance;
        this.territories = territories;
        this.notices = notices;
        this.epochs = epochs;
    }

    /**
     * @param place of the report in the body, a JSON pointer; empty when it is the body
     * @return its category
     * @throws ProblemException when something in it cannot be used
     */
    Category check(NewReport report, String place, Filing filing) {
        List<Fault> faults = new ArrayList<>();
        if (guidance.category(report.category()).isEmpty()) {
            faults.add(Fault.inBody(place + "/category", "UNKNOWN_CATEGORY"));
        }
        if (territories.commune(report.commune()).isEmpty()) {
            faults.add(Fault.inBody(place + "/commune", "UNKNOWN_COMMUNE"));
        }
        checkMonth(YearMonth.parse(report.occurredMonth()), place + "/occurredMonth", faults);
        checkTerm(Vocabulary.FREQUENCY, report.frequency(), place + "/frequency", faults);
        checkTerm(Vocabulary.TREND, report.trend(), place + "/trend", faults);
        if (report.affectedGroups() != null) {
            for (int i = 0; i < report.affectedGroups().size(); i++) {
                checkTerm(
                        Vocabulary.AFFECTED_GROUP,
                        report.affectedGroups().get(i),
                        place + "/affectedGroups/" + i,
                        faults);
            }
        }
        if (report.text() != null) {
            ReporterText.check(report.text(), place + "/text", faults);
        }
        if (report.asksForProof()) {
            checkProof(report, place + "/proofOfFiling", filing, faults);
        }
        if (notices.version(report.noticeVersion()).isEmpty()) {
            faults.add(Fault.inBody(place + "/noticeVersion", "UNKNOWN_NOTICE_VERSION"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ReportsProblem.REPORT_INVALID).withFaults(faults);
        }
        return guidance.category(report.category()).orElseThrow();
    }

    private static void checkProof(NewReport report, String pointer, Filing filing, List<Fault> faults) {
        if (filing.isRelayed()) {
            faults.add(Fault.inBody(pointer, "PROOF_IN_RELAY"));
        } else if (report.text() == null || report.text().isBlank()) {
            faults.add(Fault.inBody(pointer, "PROOF_WITHOUT_TEXT"));
        }
    }

    private void checkMonth(YearMonth month, String pointer, List<Fault> faults) {
        YearMonth thisMonth = YearMonth.from(epochs.today());
        if (month.isAfter(thisMonth)) {
            faults.add(Fault.inBody(pointer, "MONTH_TO_COME"));
        } else if (month.isBefore(thisMonth.minusMonths(OLDEST_MONTHS))) {
            faults.add(Fault.inBody(pointer, "MONTH_TOO_LONG_AGO", Integer.toString(OLDEST_MONTHS)));
        }
    }

    private void checkTerm(Vocabulary vocabulary, String code, String pointer, List<Fault> faults) {
        if (!guidance.knows(vocabulary, code)) {
            faults.add(Fault.inBody(
                    pointer,
                    "NOT_ONE_OF",
                    guidance.terms(vocabulary).stream().map(Term::code).collect(Collectors.joining(", "))));
        }
    }
}
