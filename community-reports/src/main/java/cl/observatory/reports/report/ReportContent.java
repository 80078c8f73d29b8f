package cl.observatory.reports.report;

import cl.observatory.reports.screening.Kind;
import cl.observatory.reports.sealing.ReplyKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report as it is sealed.
 *
 * @param occurredMonth as {@code 2026-11}
 * @param text screened, null when there is none
 * @param redactions what was replaced in it
 * @param partner the organization that filed it for somebody, null when nobody did
 * @param noticeVersion of the privacy notice that was shown
 * @param receivedOn the day, in Chile
 * @param replyKey what messages to the reporter are sealed to, in base64, unless an addition brings another
 */
public record ReportContent(
        ReportKind kind,
        String category,
        String commune,
        String occurredMonth,
        String frequency,
        String trend,
        List<String> affectedGroups,
        String text,
        Map<Kind, Integer> redactions,
        boolean consentToAggregate,
        Channel channel,
        String partner,
        String language,
        String noticeVersion,
        LocalDate receivedOn,
        String replyKey) {

    /** The key to which a message is sealed now: that of the receipt which the reporter has now. */
    public ReplyKey currentReplyKey(List<AdditionContent> additions) {
        String key = additions.stream()
                .map(AdditionContent::replyKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(replyKey);
        return ReplyKey.of(Base64.getDecoder().decode(key));
    }

    static String text(ReplyKey key) {
        return Base64.getEncoder().encodeToString(key.bytes());
    }
}
