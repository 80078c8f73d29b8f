package cl.observatory.reports;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it listens. */
public final class LogLines extends Handler {

    /** Puts parameters of every form into the message. */
    private static final ExtFormatter FORMATTER = new PatternFormatter("%s");

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

    /** Everything, as the name of its logger, its level, what it says and the exceptions that it tells. */
    public List<String> whole() {
        return lines.stream()
                .map(line -> line.getLoggerName() + " " + line.getLevel() + " " + told(line))
                .toList();
    }

    private static String told(LogRecord line) {
        StringWriter told = new StringWriter();
        told.write(FORMATTER.formatMessage(line) + "\n");
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(told));
        }
        return told.toString();
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
