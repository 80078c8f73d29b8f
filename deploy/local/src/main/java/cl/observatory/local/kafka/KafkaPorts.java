package cl.observatory.local.kafka;

/** The broker's port, which clients use, and its controller's, which nobody else does. */
public record KafkaPorts(int broker, int controller) {

    public String bootstrapServers() {
        return "127.0.0.1:" + broker;
    }
}
