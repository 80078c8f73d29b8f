package cl.observatory.reports.signal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.YearMonth;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The noise of a cell: a function of a secret key, category, commune and month, so that it is the same however often it is
 * asked for, and an average over many askings takes nothing away from it. To whoever does not have the key, the bits that it is
 * drawn from look as if they were tossed for each cell.
 */
final class Noise {

    private static final String ALGORITHM = "HmacSHA256";

    /** With another way of drawing, another word. */
    private static final String PURPOSE = "observatory signal noise 1";

    private final SecretKey key;
    private final TwoSidedGeometric distribution;

    /**
     * @param key 32 random bytes
     */
    Noise(byte[] key, TwoSidedGeometric distribution) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.distribution = distribution;
    }

    int of(String category, String commune, YearMonth month) {
        // none of them has a line end
        String cell = String.join("\n", PURPOSE, category, commune, month.toString());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return distribution.drawn(mac.doFinal(cell.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
