package cl.observatory.events.filing;

import java.time.LocalDate;

/**
 * The root of a day's tree of filing, for everybody to keep: whoever has it sees when another one is shown later. Sent by
 * query, which passes on what it received. Bytes are hexadecimal digits. The event's id is computed from the number, so that a
 * rebuild tells of nothing twice.
 *
 * @param number from 1, without gaps
 * @param day in Chile
 * @param leaves of the tree, of which all but those that were filed are random
 * @param before SHA-256 of the statement of the root before, zeros for the first
 * @param publicKey Ed25519 key with which the signature verifies
 * @param signature of the statement that {@code docs/guides/proof-of-filing.md} writes out
 */
public record FilingRootPublished(
        int number, LocalDate day, int leaves, String root, String before, String publicKey, String signature) {

    public static final String TYPE = "cl.observatory.filingroot.published.v1";

    /** There is one chain, and its events keep their order. */
    public static final String SUBJECT = FilingRootSigned.SUBJECT;
}
