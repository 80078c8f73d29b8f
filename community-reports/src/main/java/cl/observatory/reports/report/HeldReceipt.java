package cl.observatory.reports.report;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.receipt.MisreadReceiptException;
import cl.observatory.reports.receipt.Receipt;
import java.util.List;

/** A receipt that somebody showed; it need not lead to anything. */
record HeldReceipt(Receipt receipt) {

    /**
     * @throws ProblemException when it is none, which is told without looking for a report
     */
    static HeldReceipt of(String text) {
        try {
            return new HeldReceipt(Receipt.parse(text));
        } catch (MisreadReceiptException misread) {
            String fault = switch (misread.flaw()) {
                case SYMBOL -> "RECEIPT_SYMBOL";
                case LENGTH -> "RECEIPT_LENGTH";
                case CHECK -> "RECEIPT_CHECK";
            };
            throw new ProblemException(ReportsProblem.RECEIPT_MISTYPED)
                    .withFaults(List.of(Fault.inBody("/receipt", fault)));
        }
    }
}
