package cl.observatory.reports.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A root as it is stored. */
public final class FilingRootMapper implements RowMapper<FilingRoot> {

    @Override
    public FilingRoot map(ResultSet row, StatementContext context) throws SQLException {
        return new FilingRoot(
                row.getInt("number"),
                row.getObject("day", LocalDate.class),
                row.getInt("leaves"),
                hex(row, "root"),
                hex(row, "before"),
                hex(row, "public_key"),
                hex(row, "signature"));
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }
}
