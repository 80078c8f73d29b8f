package cl.observatory.acceptance.fault;

import java.time.Duration;

/** What is out of reach for a while. */
enum Outage {
    KAFKA_KILLED("kafka", true, Duration.ZERO),
    POSTGRES_KILLED("postgres", true, Duration.ZERO),
    KAFKA_STOPPED_FOR_MINUTES("kafka", false, Duration.ofMinutes(3)),
    POSTGRES_STOPPED("postgres", false, Duration.ofMinutes(1)),
    DISK_FULL("postgres", false, Duration.ofSeconds(20));

    private final String process;
    private final boolean isKilled;
    private final Duration length;

    Outage(String process, boolean isKilled, Duration length) {
        this.process = process;
        this.isKilled = isKilled;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    void begin(FaultyStack stack) {
        if (isKilled) {
            stack.kill(process);
        } else {
            stack.stop(process);
        }
    }
}
