package cl.observatory.reports.territory;

import cl.observatory.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that can never be applied, as it came, with the reason and where it stood in its headers. */
record DeadLetter(ProducerRecord<String, byte[]> record) {

    static DeadLetter of(ConsumerRecord<String, byte[]> refused, String group, RuntimeException reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                refused.topic() + Topics.DEAD_LETTER, null, refused.key(), refused.value(), refused.headers());
        Headers headers = letter.headers();
        Map.of(
                        "dead-letter-reason", reason.getMessage(),
                        "dead-letter-group", group,
                        "dead-letter-topic", refused.topic(),
                        "dead-letter-partition", Integer.toString(refused.partition()),
                        "dead-letter-offset", Long.toString(refused.offset()))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new DeadLetter(letter);
    }

    /**
     * Returns when the broker has it. Such letters are rare, so that none keeps a connection.
     *
     * @throws KafkaException when the broker does not take it
     */
    void send(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 5 << 20);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new KafkaException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException(interrupted);
        }
    }
}
