package cl.observatory.reports.report;

import cl.observatory.reports.screening.Kind;
import cl.observatory.reports.sealing.ReplyKey;
import java.time.LocalDate;
import java.util.Map;

/**
 * What came to a report later, as it is sealed: a text of the reporter, or that she changed the receipt, which happens
 * once to a relayed report and to no other.
 *
 * @param number its place among those of the report, from 1
 * @param text screened, null when the receipt was changed
 * @param redactions what was replaced in the text
 * @param replyKey what messages are sealed to from now on, in base64; null when there is a text
 * @param receivedOn the day, in Chile
 */
public record AdditionContent(
        int number, String text, Map<Kind, Integer> redactions, String replyKey, LocalDate receivedOn) {

    static AdditionContent text(int number, String text, Map<Kind, Integer> redactions, LocalDate receivedOn) {
        return new AdditionContent(number, text, redactions, null, receivedOn);
    }

    static AdditionContent changedReceipt(int number, ReplyKey replyKey, LocalDate receivedOn) {
        return new AdditionContent(number, null, Map.of(), ReportContent.text(replyKey), receivedOn);
    }
}
