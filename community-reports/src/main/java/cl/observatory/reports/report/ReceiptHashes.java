package cl.observatory.reports.report;

import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.Receipts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Receipts of requests, and under what their reports are stored. A receipt that a partner knows has another hash than one
 * that is the reporter's alone, so that no column has to say which reports were relayed: only who shows the receipt can
 * tell.
 */
@ApplicationScoped
class ReceiptHashes {

    private final Receipts receipts;
    private final ObjectMapper json;

    ReceiptHashes(Receipts receipts, ObjectMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    /**
     * The receipt of a request; the same for each time that it is sent.
     *
     * @param request all that makes it the same
     */
    Receipt derive(IdempotencyKey key, Object... request) {
        return receipts.derive(key.bytes(), digest(request));
    }

    ReceiptHash own(Receipt receipt) {
        return new ReceiptHash(receipts.hash(receipt));
    }

    /** Of a receipt that is to be changed. */
    ReceiptHash provisional(Receipt receipt) {
        MessageDigest digest = sha256();
        digest.update("observatory provisional receipt v1 ".getBytes(StandardCharsets.US_ASCII));
        return new ReceiptHash(digest.digest(receipts.hash(receipt)));
    }

    /** SHA-256 of some values, as JSON writes them. */
    byte[] digest(Object... values) {
        try {
            return sha256().digest(json.writeValueAsBytes(List.of(values)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that cannot be written");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
