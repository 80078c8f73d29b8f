package cl.observatory.acceptance.canary;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything that is on a broker, the topics of the broker itself included. */
record Topics(String bootstrapServers) {

    /**
     * @param taker gets the name of the topic, and key, value and headers of one record after the other
     */
    void dump(BiConsumer<String, byte[]> taker) throws ExecutionException, InterruptedException {
        Set<String> names;
        try (Admin admin = Admin.create(settings())) {
            names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = names.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each -> {
                    String place = "topic " + each.topic();
                    take(place, each.key(), taker);
                    take(place, each.value(), taker);
                    each.headers().forEach(header -> take(place, header.value(), taker));
                });
            }
        }
    }

    private static void take(String place, byte[] part, BiConsumer<String, byte[]> taker) {
        if (part != null) {
            taker.accept(place, part);
        }
    }

    /** Makes a topic that holds one record, in a batch that is compressed as told. */
    void plant(String topic, String compression, byte[] value) throws ExecutionException, InterruptedException {
        Map<String, Object> producing = new HashMap<>(settings());
        producing.put("compression.type", compression);
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
