package cl.observatory.ingest.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds of imports. */
@ConfigMapping(prefix = "ingest.imports")
public interface ImportsConfig {

    /** Rows of one batch; a batch is held in memory whole, here and in every reader. */
    @WithDefault("50000")
    @Min(1)
    @Max(200_000)
    int batchRows();

    /** Cells that the cases of one file can belong to; they are counted in memory. */
    @WithDefault("1000000")
    @Min(1)
    @Max(5_000_000)
    int maxCaseCells();

    /** Cells that a file can have together with the zeros that its publisher leaves out. */
    @WithDefault("10000000")
    @Min(1)
    long maxFilledCells();

    /** Files that are read at the same time; each holds a database connection for as long as it is sent. */
    @WithDefault("2")
    @Min(1)
    int maxConcurrent();

    /** Longest time that sending a file may take. */
    @WithDefault("1h")
    Duration timeout();
}
