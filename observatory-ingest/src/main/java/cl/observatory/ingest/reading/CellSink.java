package cl.observatory.ingest.reading;

import java.sql.SQLException;

/** Takes the cells that a file comes to. */
@FunctionalInterface
public interface CellSink {

    /**
     * @param codes territory, period, the dimensions in their order, status; not kept
     */
    void add(String[] codes, long value) throws SQLException;
}
