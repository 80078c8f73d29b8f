package cl.observatory.reports.moderation;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lane;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the queue begins: behind this report.
 *
 * @param priority place of its priority among all
 */
record QueuePlace(int priority, int epoch, UUID id) {

    static final QueuePlace START = new QueuePlace(-1, 0, new UUID(0, 0));

    private static final Pattern WRITTEN = Pattern.compile("(.*) ([0-9]) ([0-9]{1,9}) ([0-9a-f-]{36})");

    static QueuePlace of(QueuedReport report, Lane lane) {
        return new QueuePlace(rank(lane), report.epoch(), report.id());
    }

    /** The place of its priority among all. */
    static int rank(Lane lane) {
        return List.of(Priority.values()).indexOf(lane.priority());
    }

    /** As a cursor, for the same question. */
    String write(Queue.Question question) {
        String text = asked(question) + " " + priority + " " + epoch + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a cursor names; empty when it is of another question, or none. */
    static Optional<QueuePlace> read(String cursor, Queue.Question question) {
        try {
            Matcher written =
                    WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            return written.matches() && written.group(1).equals(asked(question))
                    ? Optional.of(new QueuePlace(
                            Integer.parseInt(written.group(2)),
                            Integer.parseInt(written.group(3)),
                            UUID.fromString(written.group(4))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String asked(Queue.Question question) {
        return question.state() + " " + question.priority() + " " + question.proposal();
    }
}
