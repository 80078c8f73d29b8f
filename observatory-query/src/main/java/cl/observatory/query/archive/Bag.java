package cl.observatory.query.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bag (RFC 8493) into a zip archive, file after file, with nothing held in memory but digests: the manifests come
 * last. The same files at the same time make the same bytes.
 */
final class Bag {

    private static final String VERSION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final ZipOutputStream zip;
    private final String name;
    private final LocalDateTime time;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private long bytes;

    /**
     * @param name of the folder that holds everything
     * @param time of all files
     */
    Bag(OutputStream target, String name, Instant time) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        this.name = name;
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream target) throws IOException;

        static Content of(String text) {
            return target -> target.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a file of the payload. */
    void add(String file, Content content) throws IOException {
        String path = "data/" + file;
        payload.put(path, write(path, content));
    }

    /**
     * Adds what stands beside the payload, and ends the archive.
     *
     * @param info lines of {@code bag-info.txt} by their labels; those on the payload are added
     */
    void end(Map<String, String> info) throws IOException {
        Map<String, String> lines = new TreeMap<>(info);
        lines.put("Payload-Oxum", bytes + "." + payload.size());
        tag("bagit.txt", VERSION);
        tag(
                "bag-info.txt",
                lines.entrySet().stream()
                        .map(line -> line.getKey() + ": " + oneLine(line.getValue()) + "\n")
                        .collect(Collectors.joining()));
        tag("manifest-sha256.txt", manifest(payload));
        write("tagmanifest-sha256.txt", Content.of(manifest(tags)));
        zip.finish();
    }

    private void tag(String path, String text) throws IOException {
        tags.put(path, write(path, Content.of(text)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String manifest(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private String write(String path, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name + "/" + path);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        Counting counting = new Counting(zip);
        DigestOutputStream digesting = new DigestOutputStream(counting, sha256());
        content.writeTo(digesting);
        zip.closeEntry();
        if (path.startsWith("data/")) {
            bytes += counting.count;
        }
        return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts what passes, and leaves the archive open. */
    private static final class Counting extends OutputStream {

        private final OutputStream target;
        private long count;

        private Counting(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            target.write(one);
            count++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            target.write(some, offset, length);
            count += length;
        }
    }
}
