package cl.observatory.reports.proof;

import cl.observatory.reports.Servers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A client that works for its proofs. */
public final class Work {

    private Work() {}

    /** A proof of today for a route, as {@code POST /v1/reports}. */
    public static String proof(String route) {
        return proof(Servers.PROOF_BITS, LocalDate.now(ZoneOffset.UTC), route);
    }

    public static String proof(int bits, LocalDate day, String route) {
        String head = "1:%d:%s:%s:%s:"
                .formatted(
                        bits,
                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                        route,
                        UUID.randomUUID().toString().replace("-", ""));
        for (int counter = 0; ; counter++) {
            String proof = head + counter;
            if (Proofs.zeroBits(sha256(proof)) >= bits) {
                return proof;
            }
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
