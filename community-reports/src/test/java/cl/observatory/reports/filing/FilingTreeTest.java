package cl.observatory.reports.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** Of two zero leaves, by hand: SHA-256(1, SHA-256(0, zeros), SHA-256(0, zeros)). */
    @Test
    void leavesAndNodesAreHashedApart() {
        FilingTree tree = new FilingTree(List.of(new byte[32], new byte[32]));

        assertEquals("a4b8c7873a49d5d53af0b2a0202486483020d95935d763edc4ef2f602200d8de", HEX.formatHex(tree.root()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 1024})
    void everyPathLeadsToTheRoot(int size) {
        // Given
        List<byte[]> leaves = leaves(size);
        FilingTree tree = new FilingTree(leaves);

        for (int place = 0; place < size; place++) {
            // When
            List<String> path = tree.path(place).stream().map(HEX::formatHex).toList();

            // Then
            assertEquals(
                    HEX.formatHex(tree.root()),
                    FilingVerifier.root(HEX.formatHex(leaves.get(place)), place, size, path));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1024", "1, 1024", "1024, 1024", "1025, 2048", "2049, 4096"})
    void sizesAreFixed(int filed, int size) {
        assertEquals(size, FilingTree.size(filed));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1023})
    void treeThatIsNotFullIsNone(int size) {
        assertThrows(IllegalArgumentException.class, () -> new FilingTree(leaves(size)));
    }

    private static List<byte[]> leaves(int size) {
        SecureRandom random = new SecureRandom();
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] leaf = new byte[32];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }
}
