package cl.observatory.reports;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it listens. */
public final class LogLines extends Handler {

    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    public static LogLines listen() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    /** What somebody is meant to look into. */
    public List<String> alarms() {
        return lines.stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .map(line -> line.getLoggerName() + ": " + line.getMessage())
                .toList();
    }

    /** What one class says. */
    public List<String> of(String logger) {
        return lines.stream()
                .filter(line -> line.getLoggerName().equals(logger))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
