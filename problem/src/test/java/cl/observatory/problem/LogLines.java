package cl.observatory.problem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it listens. */
final class LogLines extends Handler {

    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();

    void start() {
        Logger.getLogger("").addHandler(this);
    }

    void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    List<ExtLogRecord> lines() {
        return List.copyOf(lines);
    }

    List<ExtLogRecord> linesOf(String logger) {
        return lines.stream()
                .filter(line -> logger.equals(line.getLoggerName()))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord kept = ExtLogRecord.wrap(line);
        kept.copyAll();
        lines.add(kept);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
