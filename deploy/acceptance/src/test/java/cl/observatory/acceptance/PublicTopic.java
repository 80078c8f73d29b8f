package cl.observatory.acceptance;

import cl.observatory.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was ever announced to the public. */
record PublicTopic(String bootstrapServers) {

    private static final TopicPartition ONLY_PARTITION = new TopicPartition(Topics.PUBLIC, 0);

    /** Everything that was told of a data set, in the order in which it was told. */
    List<String> toldOf(String dataset) {
        List<String> told = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(ONLY_PARTITION));
            consumer.seekToBeginning(List.of(ONLY_PARTITION));
            long end = consumer.endOffsets(List.of(ONLY_PARTITION)).get(ONLY_PARTITION);
            while (consumer.position(ONLY_PARTITION) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.key().equals(dataset)) {
                        told.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return told;
    }
}
