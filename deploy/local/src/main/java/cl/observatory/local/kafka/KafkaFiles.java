package cl.observatory.local.kafka;

import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import java.nio.file.Path;

/**
 * Where a broker keeps what.
 *
 * @param data the records, made at the first start
 * @param log the broker's own log, bounded in size
 * @param console what the JVM says when it cannot log
 */
public record KafkaFiles(Path data, LogFile log, LogFile console, PidFile pidFile) {}
