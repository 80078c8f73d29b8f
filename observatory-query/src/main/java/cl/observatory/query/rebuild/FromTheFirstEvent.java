package cl.observatory.query.rebuild;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a partition from its first event on, wherever the consumers before had come, as long as a new read schema awaits
 * events of it. What is read twice has no effect.
 */
@ApplicationScoped
@Identifier("from-the-first-event")
class FromTheFirstEvent implements KafkaConsumerRebalanceListener {

    private final CatchingUp catchingUp;

    FromTheFirstEvent(CatchingUp catchingUp) {
        this.catchingUp = catchingUp;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        Set<String> topics = assigned.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        for (String topic : topics) {
            Set<Integer> awaited = catchingUp.begin(topic, ends(consumer, topic));
            List<TopicPartition> again = assigned.stream()
                    .filter(partition -> partition.topic().equals(topic) && awaited.contains(partition.partition()))
                    .toList();
            // without any it would mean all of them
            if (!again.isEmpty()) {
                consumer.seekToBeginning(again);
            }
        }
    }

    /** Of all its partitions, whoever reads them. */
    private static Map<Integer, Long> ends(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map((PartitionInfo info) -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }
}
