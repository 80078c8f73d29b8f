package cl.observatory.query.citation;

import cl.observatory.query.answer.CitedAnswer.Value;
import cl.observatory.query.file.FileText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of an answer in the one form that a digest is taken of: CSV (RFC 4180) in UTF-8 with a row of names, the key's
 * columns first, then {@code OBS_VALUE}, {@code OBS_STATUS} and {@code RELEASE}, the ids of the releases that were read,
 * joined by '+'. Rows are in the order of their bytes, every line ends with CR LF, and a value that is not told is empty.
 */
final class CanonicalData {

    private static final String END = "\r\n";

    private CanonicalData() {}

    static String of(List<String> columns, List<Value> values, List<CitedSource> sources) {
        String releases = sources.stream()
                .map(source -> source.release().toString())
                .distinct()
                .collect(Collectors.joining("+"));
        List<String> names = new ArrayList<>(columns);
        names.addAll(List.of("OBS_VALUE", "OBS_STATUS", "RELEASE"));
        return Stream.concat(
                        Stream.of(line(names)),
                        values.stream().map(value -> row(value, releases)).sorted())
                .collect(Collectors.joining());
    }

    private static String row(Value value, String releases) {
        List<String> cells = new ArrayList<>(value.key());
        cells.add(value.value() == null ? "" : value.value().toPlainString());
        cells.add(value.status());
        cells.add(releases);
        return line(cells);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(FileText::cell).collect(Collectors.joining(",", "", END));
    }

    /** As {@code sha256sum} prints it. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
