package cl.observatory.gateway.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that this process logs, of whatever level, until it is closed. */
public final class Log extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private static final PatternFormatter FORM = new PatternFormatter("%c %s%e");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = ROOT.getLevel();

    private Log() {}

    public static Log atItsMostTalkative() {
        Log log = new Log();
        log.setLevel(Level.ALL);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(log);
        return log;
    }

    /** Each with the name of its logger in front and its cause behind. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord told) {
        lines.add(FORM.format(ExtLogRecord.wrap(told)));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
