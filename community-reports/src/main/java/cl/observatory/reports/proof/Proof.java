package cl.observatory.reports.proof;

import java.time.LocalDate;

/**
 * A proof that was checked, and not spent yet.
 *
 * @param hash its SHA-256, in hexadecimal digits
 * @param day of UTC for which it was made
 */
public record Proof(String hash, LocalDate day) {}
