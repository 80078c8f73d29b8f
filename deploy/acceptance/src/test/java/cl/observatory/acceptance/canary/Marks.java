package cl.observatory.acceptance.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Words that are to be nowhere, each in upper, lower and mixed case. All are looked for in one pass, however many there
 * are: by their first eight bytes.
 */
public final class Marks {

    /** The shortest word that can be looked for; a shorter one would be found by chance. */
    static final int SHORTEST = 8;

    private static final int FILTER_BITS = 20;
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final byte[] FOLDED = folded();

    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final Map<Long, List<byte[]>> byBeginning = new HashMap<>();
    private final Map<String, String> namesByWord = new HashMap<>();

    /**
     * @param name what to say of it when it is found
     */
    public void add(String name, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("A mark has " + SHORTEST + " bytes or more");
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = FOLDED[bytes[i] & 0xFF];
        }
        long beginning = 0;
        for (int i = 0; i < SHORTEST; i++) {
            beginning = beginning << 8 | (bytes[i] & 0xFF);
        }
        filter[slot(beginning) >> 6] |= 1L << slot(beginning);
        byBeginning.computeIfAbsent(beginning, none -> new ArrayList<>()).add(bytes);
        namesByWord.put(new String(bytes, StandardCharsets.UTF_8), name);
    }

    int size() {
        return namesByWord.size();
    }

    /** Tells the names of the marks that are in the bytes, as often as they are there. */
    void find(byte[] data, int from, int to, Consumer<String> found) {
        long window = 0;
        for (int i = from; i < to; i++) {
            window = window << 8 | (FOLDED[data[i] & 0xFF] & 0xFF);
            int slot = slot(window);
            if ((filter[slot >> 6] & 1L << slot) != 0 && i - from >= SHORTEST - 1) {
                verify(data, i - SHORTEST + 1, to, window, found);
            }
        }
    }

    private void verify(byte[] data, int at, int to, long beginning, Consumer<String> found) {
        for (byte[] word : byBeginning.getOrDefault(beginning, List.of())) {
            if (at + word.length <= to && isAt(data, at, word)) {
                found.accept(namesByWord.get(new String(word, StandardCharsets.UTF_8)));
            }
        }
    }

    private static boolean isAt(byte[] data, int at, byte[] word) {
        for (int i = SHORTEST; i < word.length; i++) {
            if (FOLDED[data[at + i] & 0xFF] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(long beginning) {
        return (int) ((beginning * MIXER) >>> (Long.SIZE - FILTER_BITS));
    }

    private static byte[] folded() {
        byte[] folded = new byte[256];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
        }
        return folded;
    }
}
