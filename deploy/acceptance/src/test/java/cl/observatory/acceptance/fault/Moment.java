package cl.observatory.acceptance.fault;

import java.util.List;

/** Something that is seen on a wire. */
sealed interface Moment {

    /**
     * A piece of an HTTP message has been passed on.
     *
     * @param soFar how many bytes of the message have been
     */
    record Piece(Way way, long soFar) implements Moment {

        enum Way {
            REQUEST,
            ANSWER
        }
    }

    /**
     * A statement has come, or the word that it was executed, and neither has been passed on yet.
     *
     * @param sql in lower case, on one line
     * @param transaction the statements since its begin, this one included; behind each that was executed, what it gave
     */
    record Step(When when, String sql, List<String> transaction) implements Moment {

        static final String GAVE = " -> ";

        enum When {
            BEFORE,
            AFTER
        }

        public Step {
            transaction = List.copyOf(transaction);
        }

        boolean isOfTransactionWith(String beginning) {
            return transaction.stream().anyMatch(each -> each.startsWith(beginning));
        }

        /** Whether a query that was executed before gave rows. */
        boolean isBehindRowsOf(String beginning) {
            return transaction.stream()
                    .anyMatch(each -> each.startsWith(beginning)
                            && each.contains(GAVE + "select ")
                            && !each.endsWith(GAVE + "select 0"));
        }
    }
}
