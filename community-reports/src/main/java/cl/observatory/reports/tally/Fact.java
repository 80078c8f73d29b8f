package cl.observatory.reports.tally;

/** Something that a month counts. */
public sealed interface Fact {

    /** A report was found valid, and whoever made it agreed to be counted. */
    record Valid(String category, String commune) implements Fact {}

    /** A report was rejected. */
    record Rejected(String reason) implements Fact {}

    /**
     * A report was decided about, whatever the decision.
     *
     * @param days since it was received
     */
    record Decided(int days) implements Fact {}

    /** The text of a report was opened. */
    record Opened() implements Fact {}
}
