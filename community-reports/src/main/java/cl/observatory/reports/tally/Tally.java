package cl.observatory.reports.tally;

import cl.observatory.events.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a month adds up to. It is written packed: with each of 346 communes counted in each of some 25 categories it still is
 * smaller than what it is padded to.
 *
 * @param valid by category and commune
 * @param rejected by reason
 * @param decided by days to the decision
 */
public record Tally(
        Map<String, Map<String, Integer>> valid,
        Map<String, Integer> rejected,
        Map<Integer, Integer> decided,
        int opened) {

    static final Tally EMPTY = new Tally(Map.of(), Map.of(), Map.of(), 0);

    Tally plus(Fact fact) {
        return switch (fact) {
            case Fact.Valid(String category, String commune) -> {
                Map<String, Map<String, Integer>> more = new TreeMap<>(valid);
                more.put(category, plusOne(valid.getOrDefault(category, Map.of()), commune));
                yield new Tally(more, rejected, decided, opened);
            }
            case Fact.Rejected(String reason) -> new Tally(valid, plusOne(rejected, reason), decided, opened);
            case Fact.Decided(int days) -> new Tally(valid, rejected, plusOne(decided, days), opened);
            case Fact.Opened() -> new Tally(valid, rejected, decided, opened + 1);
        };
    }

    private static <K extends Comparable<K>> Map<K, Integer> plusOne(Map<K, Integer> counts, K key) {
        Map<K, Integer> more = new TreeMap<>(counts);
        more.merge(key, 1, Integer::sum);
        return more;
    }

    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(EventJson.write(this));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Tally unpacked(byte[] packed) {
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return EventJson.read(unpacking.readAllBytes(), Tally.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
