package cl.observatory.events.filing;

import java.time.LocalDate;

/**
 * The tree of a day of filing is made. There is such an event for every day, whether anybody filed or not, and each names
 * the one before. Bytes are hexadecimal digits. The event's id is computed from the number.
 *
 * @param number from 1, without gaps
 * @param day in Chile
 * @param leaves of the tree, of which all but those that were filed are random
 * @param before SHA-256 of the statement of the root before, zeros for the first
 * @param publicKey Ed25519 key with which the signature verifies
 * @param signature of the statement that {@code docs/guides/proof-of-filing.md} writes out
 */
public record FilingRootSigned(
        int number, LocalDate day, int leaves, String root, String before, String publicKey, String signature) {

    public static final String TYPE = "cl.observatory.filingroot.signed.v1";

    /** There is one chain, and its events keep their order. */
    public static final String SUBJECT = "filing-roots";
}
