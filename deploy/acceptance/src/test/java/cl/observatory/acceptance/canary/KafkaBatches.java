package cl.observatory.acceptance.canary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MutableRecordBatch;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;

/** Batches of records as they lie in the segments of a topic, compressed by any compressor that Kafka knows. */
final class KafkaBatches {

    private static final int LENGTH = 8;
    private static final int MAGIC = 16;

    /** From the begin of a batch to its first record. */
    private static final int HEADER = 61;

    /** What comes before the part that the length counts. */
    private static final int BEFORE_LENGTH_COUNTS = 12;

    private KafkaBatches() {}

    static void unwrap(byte[] data, int length, Unwrapped inside) {
        for (int at = 0; at + HEADER <= length; at++) {
            if (data[at + MAGIC] == RecordBatch.MAGIC_VALUE_V2 && data[at] == 0 && data[at + 1] == 0) {
                int size = BEFORE_LENGTH_COUNTS + ByteBuffer.wrap(data).getInt(at + LENGTH);
                if (size >= HEADER && size <= length - at) {
                    at += unwrap(ByteBuffer.wrap(data, at, size).slice(), inside) ? size - 1 : 0;
                }
            }
        }
    }

    /** Whether it was a batch. One that is not compressed hides nothing. */
    private static boolean unwrap(ByteBuffer candidate, Unwrapped inside) {
        for (MutableRecordBatch batch : MemoryRecords.readableRecords(candidate).batches()) {
            if (!batch.isValid()) {
                return false;
            }
            if (batch.compressionType() != CompressionType.NONE) {
                unwrap(batch, inside);
            }
        }
        return true;
    }

    private static void unwrap(RecordBatch batch, Unwrapped inside) {
        Buffer unpacked = new Buffer(1024);
        try {
            for (Record each : batch) {
                add(each.key(), unpacked);
                add(each.value(), unpacked);
                for (Header header : each.headers()) {
                    add(ByteBuffer.wrap(header.key().getBytes(StandardCharsets.UTF_8)), unpacked);
                    add(header.value() == null ? null : ByteBuffer.wrap(header.value()), unpacked);
                }
            }
        } catch (KafkaException endsHere) {
            // its checksum was right and its content is not: what came before counts
        }
        unpacked.giveTo(inside);
    }

    private static void add(ByteBuffer part, Buffer unpacked) {
        if (part != null) {
            byte[] bytes = new byte[part.remaining()];
            part.duplicate().get(bytes);
            unpacked.add(bytes, 0, bytes.length);
            unpacked.add(0);
        }
    }
}
