package cl.observatory.query.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Remembers what was read from the store, under the generation in which the reading began. Values are shared by all
 * readers, and never changed.
 */
public final class Memory<K, V> {

    private final Generation generation;
    private final Cache<K, Remembered<V>> values;

    private record Remembered<V>(long generation, V value) {}

    /**
     * @param most values that are remembered at once
     */
    public Memory(Generation generation, int most) {
        this.generation = generation;
        this.values = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The value as it is remembered, or else as it is read now; what is thrown is not remembered. */
    public V get(K key, Function<? super K, ? extends V> read) {
        Remembered<V> remembered = values.getIfPresent(key);
        if (remembered != null && generation.holds(remembered.generation())) {
            return remembered.value();
        }
        long before = generation.now();
        V value = read.apply(key);
        if (generation.holds(before)) {
            values.put(key, new Remembered<>(before, value));
        }
        return value;
    }
}
