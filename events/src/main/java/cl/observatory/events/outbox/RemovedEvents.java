package cl.observatory.events.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Events that no topic is to hold any more, by their ids. */
record RemovedEvents(Set<String> ids) {

    private static final String ID = "ce_id";

    boolean contains(Headers headers) {
        Header id = headers.lastHeader(ID);
        return id != null && ids.contains(text(id));
    }

    /** What tells a record from others: the id of its event, or its place where it has none. */
    static String name(ConsumerRecord<?, ?> record) {
        Header id = record.headers().lastHeader(ID);
        return id == null ? Long.toString(record.offset()) : text(id);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
