package cl.observatory.acceptance.fault;

import cl.observatory.acceptance.fault.Moment.Piece;
import cl.observatory.acceptance.fault.Moment.Piece.Way;
import cl.observatory.acceptance.fault.Moment.Step;
import cl.observatory.acceptance.fault.Moment.Step.When;

/** Where a process ends, as a failing machine would end it. */
enum FaultPoint {
    INTAKE_HAS_HALF_OF_THE_REPORT(Errand.FILING, "reports-intake", Left.NOTHING, Place.HALF_OF_REQUEST, ""),

    INTAKE_IS_ABOUT_TO_STORE(Errand.FILING, "reports-intake", Left.NOTHING, Place.STATEMENT, FaultPoint.REPORT),

    INTAKE_STORED_AND_DID_NOT_COMMIT(
            Errand.FILING_WITH_PROOF, "reports-intake", Left.NOTHING, Place.COMMIT, FaultPoint.REPORT),

    INTAKE_COMMITTED_AND_DOES_NOT_KNOW(Errand.FILING, "reports-intake", Left.ALL, Place.COMMITTED, FaultPoint.REPORT),

    INTAKE_COMMITTED_WITH_PROOF_AND_DOES_NOT_KNOW(
            Errand.FILING_WITH_PROOF, "reports-intake", Left.ALL, Place.COMMITTED, FaultPoint.REPORT),

    INTAKE_SENT_HALF_OF_THE_ANSWER(Errand.FILING, "reports-intake", Left.ALL, Place.HALF_OF_ANSWER, ""),

    INTAKE_COMMITTED_AN_ADDITION_AND_DOES_NOT_KNOW(
            Errand.ADDING, "reports-intake", Left.ALL, Place.COMMITTED, "insert into addition "),

    INTAKE_IS_BETWEEN_TWO_RECEIPTS(
            Errand.CHANGING_A_RECEIPT,
            "reports-intake",
            Left.NOTHING,
            Place.STATEMENT,
            "update report set receipt_hash "),

    POSTGRES_WAS_NOT_TOLD_TO_COMMIT(
            Errand.FILING_WITH_PROOF, "postgres", Left.NOTHING, Place.COMMIT, FaultPoint.REPORT),

    POSTGRES_COMMITTED_AND_DID_NOT_SAY_SO(Errand.FILING, "postgres", Left.ALL, Place.COMMITTED, FaultPoint.REPORT),

    GATEWAY_HAS_HALF_OF_THE_ANSWER(Errand.FILING, "gateway", Left.ALL, Place.HALF_OF_ANSWER, ""),

    MODERATION_COUNTED_AND_DID_NOT_COMMIT(
            Errand.DECIDING, "reports-moderation", Left.NOTHING, Place.COMMIT, "update month_tally "),

    MODERATION_TOLD_THE_BROKER_AND_DID_NOT_NOTE_IT(
            Errand.TELLING, "reports-moderation", Left.ALL, Place.MARK, "update outbox set sent_at ");

    /** What somebody was about to do. */
    enum Errand {
        /** By one statement, which is a transaction by itself. */
        FILING,
        /** By a transaction, since a leaf for the proof of filing is stored as well. */
        FILING_WITH_PROOF,
        ADDING,
        CHANGING_A_RECEIPT,
        DECIDING,
        TELLING
    }

    /** What is there when everything runs again, before anybody has tried again. */
    enum Left {
        NOTHING,
        ALL
    }

    private enum Place {
        /** Between gateway and intake. */
        HALF_OF_REQUEST,
        HALF_OF_ANSWER,
        /** On its way to PostgreSQL. */
        STATEMENT,
        /** Likewise, when there is something in the outbox, and the broker has it. */
        MARK,
        /** The end of the statement's transaction, on its way to PostgreSQL. */
        COMMIT,
        /** The word that it has ended, on its way back. */
        COMMITTED
    }

    /** How the statement begins that stores a report, with its proof of work and its count. */
    private static final String REPORT = "with spent as ( insert into spent_proof ";

    /** Bytes: bodies have 16,384, and headers come on top. */
    private static final long HALF = 8_192;

    private final Errand errand;
    private final String process;
    private final Left left;
    private final Place place;
    private final String statement;

    FaultPoint(Errand errand, String process, Left left, Place place, String statement) {
        this.errand = errand;
        this.process = process;
        this.left = left;
        this.place = place;
        this.statement = statement;
    }

    Errand errand() {
        return errand;
    }

    /** Which one ends. */
    String process() {
        return process;
    }

    Left left() {
        return left;
    }

    /** Whether it is this one. */
    boolean is(Moment moment) {
        return switch (moment) {
            case Piece(Way way, long soFar) ->
                soFar >= HALF && place == (way == Way.REQUEST ? Place.HALF_OF_REQUEST : Place.HALF_OF_ANSWER);
            case Step step when step.when() == When.AFTER -> place == Place.COMMITTED && isEnd(step);
            case Step step ->
                switch (place) {
                    case STATEMENT -> step.sql().startsWith(statement);
                    case MARK -> step.sql().startsWith(statement) && step.isBehindRowsOf("select * from outbox ");
                    case COMMIT -> isCommit(step);
                    case HALF_OF_REQUEST, HALF_OF_ANSWER, COMMITTED -> false;
                };
        };
    }

    /** A statement outside of a transaction is one by itself. */
    private boolean isEnd(Step step) {
        return isCommit(step) || (step.sql().startsWith(statement) && !step.isOfTransactionWith("begin"));
    }

    private boolean isCommit(Step step) {
        return step.sql().equals("commit") && step.isOfTransactionWith(statement);
    }
}
