package cl.observatory.local.postgres;

import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import java.nio.file.Path;

/**
 * Where a server keeps what.
 *
 * @param data the cluster, made at the first start
 * @param passwordFile holds the superuser's password, and is there before the first start
 */
public record PostgresFiles(PostgresBinaries binaries, Path data, LogFile log, PidFile pidFile, Path passwordFile) {}
