package cl.observatory.reports.receipt;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** From what receipts are derived. */
@ConfigMapping(prefix = "reports.receipt")
public interface ReceiptConfig {

    /**
     * A file with 32 random bytes in base64, which only intake has and does not start without. With another key no receipt
     * of before finds its report.
     */
    Optional<Path> key();
}
