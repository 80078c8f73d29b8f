package cl.observatory.acceptance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import cl.observatory.acceptance.fault.Moment.Step;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Passes on what a client and PostgreSQL say to each other (its protocol 3.0, without encryption), and knows of which
 * statement each message is.
 */
final class PostgresPassage implements Passage {

    private static final int LENGTH_BYTES = Integer.BYTES;

    /** In the place of a statement, and no statement (an empty one is): here the client waits for all answers before it. */
    private static final String SYNC = "\0";

    private final Trap trap;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final Deque<String> underWay = new ArrayDeque<>();
    private final List<String> transaction = new ArrayList<>();

    PostgresPassage(Trap trap) {
        this.trap = trap;
    }

    @Override
    public void passRequests(DataInputStream from, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        // the first message has no type
        pass(content(from), out, from);
        for (int type = from.read(); type >= 0; type = from.read()) {
            byte[] content = content(from);
            if ((type == 'B' && trap.springs(bound(content))) || (type == 'Q' && trap.springs(asked(content)))) {
                throw new CutException();
            }
            note(type, content);
            out.write(type);
            pass(content, out, from);
        }
    }

    @Override
    public void passAnswers(DataInputStream from, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        for (int type = from.read(); type >= 0; type = from.read()) {
            byte[] content = content(from);
            // ended in full, empty, or in part
            if (type == 'C' || type == 'I' || type == 's') {
                if (trap.springs(executed(type == 'C' ? text(content, 0) : ""))) {
                    throw new CutException();
                }
            } else if (type == 'Z') {
                ready(content[0]);
            }
            out.write(type);
            pass(content, out, from);
        }
    }

    private static byte[] content(DataInputStream from) throws IOException {
        byte[] content = new byte[from.readInt() - LENGTH_BYTES];
        from.readFully(content);
        return content;
    }

    private static void pass(byte[] content, DataOutputStream out, DataInputStream from) throws IOException {
        out.writeInt(content.length + LENGTH_BYTES);
        out.write(content);
        if (from.available() == 0) {
            out.flush();
        }
    }

    private synchronized void note(int type, byte[] content) {
        switch (type) {
            case 'P' -> statements.put(text(content, 0), line(text(content, 1)));
            case 'E' -> underWay.add(portals.getOrDefault(text(content, 0), "unknown"));
            case 'S' -> underWay.add(SYNC);
            default -> {
                // says nothing of statements
            }
        }
    }

    private synchronized Step bound(byte[] content) {
        String sql = statements.getOrDefault(text(content, 1), "unknown");
        portals.put(text(content, 0), sql);
        return coming(sql);
    }

    private synchronized Step asked(byte[] content) {
        String sql = line(text(content, 0));
        underWay.add(sql);
        underWay.add(SYNC);
        return coming(sql);
    }

    private Step coming(String sql) {
        transaction.add(sql);
        return new Step(Step.When.BEFORE, sql, transaction);
    }

    /**
     * @param result such as {@code SELECT 1}
     */
    private synchronized Step executed(String result) {
        String sql = underWay.isEmpty() || underWay.peek().equals(SYNC) ? "unknown" : underWay.remove();
        int place = transaction.indexOf(sql);
        if (place >= 0) {
            transaction.set(place, sql + Step.GAVE + line(result));
        }
        return new Step(Step.When.AFTER, sql, transaction);
    }

    /**
     * What failed has skipped all up to here.
     *
     * @param state whether a transaction is under way
     */
    private synchronized void ready(byte state) {
        while (!underWay.isEmpty() && !underWay.remove().equals(SYNC)) {
            // skipped
        }
        if (state == 'I') {
            transaction.clear();
        }
    }

    /**
     * @param number of a text that ends with a zero byte, from the content's beginning
     */
    private static String text(byte[] content, int number) {
        int from = 0;
        int end = 0;
        for (int i = 0; i <= number; i++) {
            from = i == 0 ? 0 : end + 1;
            end = from;
            while (content[end] != 0) {
                end++;
            }
        }
        return new String(content, from, end - from, UTF_8);
    }

    private static String line(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
