package cl.observatory.events.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic that is rid of some records: a broker forgets only what lies before some place, so that the other records are
 * sent again, in their order and as they are, before everything old is forgotten. Nobody else may send to it meanwhile
 * whose records must keep their order. Broken off, it has lost nothing, and is begun again.
 */
final class RenewedTopic implements AutoCloseable {

    private static final Duration TURN = Duration.ofSeconds(1);

    /** How many records may be on their way. */
    private static final int AT_A_TIME = 100;

    private final String topic;
    private final RemovedEvents removed;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;

    /**
     * @param kafka how to reach the brokers
     */
    RenewedTopic(String topic, RemovedEvents removed, Map<String, Object> kafka) {
        this.topic = topic;
        this.removed = removed;
        this.consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(OutboxSender.settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.admin = Admin.create(kafka);
    }

    void renew() throws InterruptedException, ExecutionException {
        if (!admin.listTopics().names().get().contains(topic)) {
            return;
        }
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        for (Map.Entry<TopicPartition, Long> end :
                consumer.endOffsets(partitions).entrySet()) {
            if (holdsRemoved(end.getKey(), end.getValue())) {
                sendOthers(end.getKey(), end.getValue());
                admin.deleteRecords(Map.of(end.getKey(), RecordsToDelete.beforeOffset(end.getValue())))
                        .all()
                        .get();
            }
        }
    }

    private boolean holdsRemoved(TopicPartition partition, long end) {
        start(partition);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(TURN)) {
                if (each.offset() < end && removed.contains(each.headers())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Each event once: a renewal that broke off has sent some of them twice. */
    private void sendOthers(TopicPartition partition, long end) throws InterruptedException, ExecutionException {
        Set<String> sent = new HashSet<>();
        List<Future<RecordMetadata>> underWay = new ArrayList<>();
        start(partition);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(TURN)) {
                if (each.offset() < end && !removed.contains(each.headers()) && sent.add(RemovedEvents.name(each))) {
                    underWay.add(producer.send(new ProducerRecord<>(
                            topic, partition.partition(), each.timestamp(), each.key(), each.value(), each.headers())));
                }
                if (underWay.size() == AT_A_TIME) {
                    await(underWay);
                }
            }
        }
        await(underWay);
    }

    private static void await(List<Future<RecordMetadata>> underWay) throws InterruptedException, ExecutionException {
        for (Future<RecordMetadata> each : underWay) {
            each.get();
        }
        underWay.clear();
    }

    private void start(TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        admin.close();
    }
}
