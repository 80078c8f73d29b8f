package cl.observatory.reports.moderation;

import cl.observatory.reports.report.AdditionContent;
import cl.observatory.reports.report.ReportContent;
import cl.observatory.reports.sealing.ReplyKey;
import java.util.List;

/**
 * A report that lies open in memory.
 *
 * @param told what the reporter told
 * @param additions what came later, in its order
 * @param notes what moderation knows besides
 */
record Dossier(ReportContent told, List<AdditionContent> additions, Notes notes) {

    Dossier with(Notes others) {
        return new Dossier(told, additions, others);
    }

    boolean tellsOfTheSame(Dossier other) {
        return told.category().equals(other.told.category()) && told.commune().equals(other.told.commune());
    }

    ReplyKey replyKey() {
        return told.currentReplyKey(additions);
    }
}
