package cl.observatory.ingest;

import cl.observatory.events.Event;
import cl.observatory.local.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the broker has. */
public final class Topic {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Topic() {}

    /** The events about a subject, in their order, up to the first that is the last one looked for. */
    public static List<Event> eventsUntil(String topic, String subject, Predicate<Event> last) {
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (!subject.equals(record.key())) {
                        continue;
                    }
                    Event event = Event.read(record.headers(), record.value());
                    events.add(event);
                    if (last.test(event)) {
                        return events;
                    }
                }
            }
        }
        throw new AssertionError("the last event did not come behind " + events.size());
    }
}
