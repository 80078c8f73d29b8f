package cl.observatory.reports;

import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements that the service sends while something is done. */
public final class Statements implements SqlLogger {

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    private Statements() {}

    public static List<String> during(Runnable work) {
        Statements sent = new Statements();
        Jdbi jdbi = CDI.current().select(Jdbi.class).get();
        jdbi.setSqlLogger(sent);
        try {
            work.run();
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
        return List.copyOf(sent.statements);
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        statements.add(context.getParsedSql().getSql());
    }
}
