package cl.observatory.benchmark;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.ReferenceData;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.stack.StackAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** Writes files of synthetic cases: every commune with every subgroup of offences in every month. */
final class SampleFiles {

    /** The last month of every table. */
    static final YearMonth LAST = YearMonth.of(2025, 12);

    private static final String SCHEME = "CEAD-2024";
    private static final long SEED = 7;

    private final Path folder;
    private final List<String> communes;
    private final List<String> classes;

    /** Waits until the stack knows territories and offences. */
    SampleFiles(StackAccess access, Path folder) {
        ReferenceData reference = new ReferenceData(ObservatoryClient.anonymous(access.gateway()));
        reference.await(SCHEME);
        this.folder = folder;
        communes = reference.communes();
        classes = reference.classes(SCHEME, "subgroup");
    }

    List<String> communes() {
        return communes;
    }

    List<String> classes() {
        return classes;
    }

    /**
     * A file.
     *
     * @param rows without its header
     */
    record SampleFile(Path path, long rows) {

        long megabytes() throws IOException {
            return Files.size(path) / 1_000_000;
        }
    }

    /** Writes so many months, up to the given one. */
    SampleFile write(String name, int months, YearMonth last) throws IOException {
        SampleCases cases = new SampleCases(SEED, communes, classes, last.minusMonths(months - 1L), months);
        Path file = folder.resolve(name);
        Files.createDirectories(folder);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (byte[] piece : cases) {
                out.write(piece);
            }
        }
        return new SampleFile(file, cases.rows());
    }
}
