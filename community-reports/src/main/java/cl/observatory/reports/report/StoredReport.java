package cl.observatory.reports.report;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.state.ReportState;
import java.util.UUID;

/** What intake knows of a report that it stored. */
record StoredReport(UUID id, Epoch epoch, ReportState state, ReceiptHash receiptHash) {}
