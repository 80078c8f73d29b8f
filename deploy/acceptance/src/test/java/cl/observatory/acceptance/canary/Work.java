package cl.observatory.acceptance.canary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Proofs of work, made as the guide tells clients to make them. */
record Work(int bits) {

    /**
     * @param route method and path
     * @param random letters, digits, hyphens; sixteen or more
     */
    String proof(String route, String random) {
        String head = "1:%d:%s:%s:%s:"
                .formatted(bits, DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneOffset.UTC)), route, random);
        long counter = 0;
        while (zeros(sha256(head + counter)) < bits) {
            counter++;
        }
        return head + counter;
    }

    private static int zeros(byte[] hash) {
        int first = (hash[0] & 0xFF) << 24 | (hash[1] & 0xFF) << 16 | (hash[2] & 0xFF) << 8 | (hash[3] & 0xFF);
        return Integer.numberOfLeadingZeros(first);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
