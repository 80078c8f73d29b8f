package cl.observatory.local.kafka;

import cl.observatory.events.Topics;
import cl.observatory.local.process.LocalStackException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the project on one broker: kept forever, never compacted, each with a place for dead letters. */
public final class KafkaTopics {

    private static final String DEAD_LETTER_SUFFIX = ".dead-letter";
    private static final int LARGEST_RECORD = 4 * 1024 * 1024;

    /** A dead letter is the record and, in its headers, why it is here. */
    private static final int LARGEST_DEAD_LETTER = 5 * 1024 * 1024;

    private static final int ONE_REPLICA = 1;

    private final String bootstrapServers;

    public KafkaTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Makes the topics that are missing.
     *
     * @return whether all are there; false while the broker does not answer
     */
    public boolean ensure() {
        if (!isBrokerListening()) {
            return false;
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                (int) Duration.ofSeconds(20).toMillis(),
                "request.timeout.ms",
                (int) Duration.ofSeconds(5).toMillis());
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    all().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return true;
            }
            throw new LocalStackException("Kafka refused to make the topics: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while making topics", interrupted);
        }
    }

    private static Stream<NewTopic> all() {
        return Stream.of(
                        topic(Topics.REFERENCE, 1),
                        topic(Topics.RELEASES, 6),
                        topic(Topics.COMMUNITY, 1),
                        topic(Topics.PUBLIC, 1))
                .flatMap(topic -> Stream.of(topic, deadLetter(topic.name())));
    }

    private static NewTopic deadLetter(String of) {
        return keptForever(new NewTopic(of + DEAD_LETTER_SUFFIX, 1, (short) ONE_REPLICA), LARGEST_DEAD_LETTER);
    }

    private static NewTopic topic(String name, int partitions) {
        return keptForever(new NewTopic(name, partitions, (short) ONE_REPLICA), LARGEST_RECORD);
    }

    private static NewTopic keptForever(NewTopic topic, int largestRecord) {
        return topic.configs(Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "max.message.bytes", Integer.toString(largestRecord)));
    }

    boolean isBrokerListening() {
        URI address = URI.create("kafka://" + bootstrapServers);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
