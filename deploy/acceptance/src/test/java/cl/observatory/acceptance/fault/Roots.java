package cl.observatory.acceptance.fault;

import cl.observatory.events.Topics;
import cl.observatory.events.filing.FilingRootPublished;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Roots of filing, which moderation tells once a day: in its outbox, on the topics, and to the public. */
record Roots(FaultyStack stack) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Makes all that was told a day older, so that there is a day to tell of at the next start.
     *
     * @return the number of its root
     */
    int passADay() {
        stack.store()
                .execute(
                        "delete from filing_leaf where place is not null",
                        // in two steps, of which none meets another day
                        "update filing_root set day = day - 1000",
                        "update filing_root set day = day + 999");
        return 1
                + Integer.parseInt(stack.store()
                        .strings("select coalesce(max(number), 0)::text from filing_root")
                        .getFirst());
    }

    long stored(int number) {
        return stack.store().count("filing_root where number = " + number);
    }

    long waiting() {
        return stack.store().count("outbox where sent_at is null");
    }

    /** Ids of the events by which moderation told of the root; one that was sent twice is there twice. */
    List<String> sent(int number) {
        return ids(Topics.COMMUNITY, FilingRootSigned.TYPE, number);
    }

    /** Ids of the events by which the public was told of it. */
    List<String> published(int number) {
        return ids(Topics.PUBLIC, FilingRootPublished.TYPE, number);
    }

    boolean isPublishedSoon(int number) {
        return Waiting.until(PATIENCE, () -> !published(number).isEmpty());
    }

    private List<String> ids(String topic, String type, int number) {
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> each : read(topic)) {
            if (header(each, "ce_type").equals(type) && number(each.value()) == number) {
                ids.add(header(each, "ce_id"));
            }
        }
        return ids;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static int number(byte[] data) {
        try {
            return JSON.readTree(data).get("number").asInt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> told = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafka()), new StringDeserializer(), new ByteArrayDeserializer())) {
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
