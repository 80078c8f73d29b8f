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

/** What was ever announced to the public, and to other services. */
record ToldTopics(String bootstrapServers) {

    /** Everything that was told of a data set, in the order in which it was told. */
    List<String> toldOf(String dataset) {
        return read(Topics.PUBLIC).stream()
                .filter(record -> record.key().equals(dataset))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The keys of those records of a topic that are about a data set. */
    List<String> keysOf(String topic, String dataset) {
        return read(topic).stream()
                .map(ConsumerRecord::key)
                .filter(dataset::equals)
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> told = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(told::add);
            }
        }
        return told;
    }
}
