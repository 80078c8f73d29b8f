package cl.observatory.ingest.masking;

import cl.observatory.local.TestServers;
import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that any topic holds. */
final class Broker {

    /** Numbers as JSON writes them: not within ids and hashes. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z-])[0-9]+(?![0-9A-Za-z-])");

    private static final int LARGEST = 64 << 20;

    private Broker() {}

    /** Every number in the bytes of every record. */
    static Set<String> numbers() {
        Set<String> numbers = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    NUMBER.matcher(text(record.value()))
                            .results()
                            .map(MatchResult::group)
                            .forEach(numbers::add);
                }
            }
        }
        return numbers;
    }

    private static String text(byte[] value) {
        if (value == null) {
            return "";
        }
        long unpacked = Zstd.getFrameContentSize(value);
        byte[] bytes = unpacked > 0 && unpacked < LARGEST ? Zstd.decompress(value, (int) unpacked) : value;
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
