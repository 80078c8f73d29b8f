package cl.observatory.query;

import static org.awaitility.Awaitility.await;

import cl.observatory.local.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic of one partition from its beginning: dead letters, or what was told to the public. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public TopicReader(String topic) {
        List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for a record whose event has that id. */
    public ConsumerRecord<String, byte[]> awaitEvent(UUID id) {
        await().until(() -> !ofEvent(id).isEmpty());
        return ofEvent(id).getFirst();
    }

    /** Waits for a record with that key. */
    public ConsumerRecord<String, byte[]> awaitKey(String key) {
        await().until(() -> !ofKey(key).isEmpty());
        return ofKey(key).getFirst();
    }

    /** The records so far whose events have that id. */
    public List<ConsumerRecord<String, byte[]>> ofEvent(UUID id) {
        return poll().stream()
                .filter(record -> id.toString().equals(header(record, "ce_id")))
                .toList();
    }

    /** The records so far that have that key. */
    public List<ConsumerRecord<String, byte[]>> ofKey(String key) {
        return poll().stream().filter(record -> key.equals(record.key())).toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
