package cl.observatory.reports.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of the guide, made and verified by the guide's own program, is what this service would have made. */
class FilingGuideTest {

    private static final Path GUIDE = Path.of("../docs/guides/proof-of-filing");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> proof = read("proof.json", new TypeReference<>() {});
    private final List<Map<String, Object>> roots = read(
                    "roots.json", new TypeReference<Map<String, List<Map<String, Object>>>>() {})
            .get("items");

    @Test
    void exampleVerifies() {
        FilingVerifier.verifyChain(roots);

        assertEquals(roots.get(1).get("root"), root((String) proof.get("text")));
    }

    @Test
    void anotherTextDoesNot() {
        assertNotEquals(roots.get(1).get("root"), root("Otro texto."));
    }

    @ParameterizedTest
    @CsvSource({
        "0, day, 2026-12-09",
        "1, leaves, 2048",
        "1, root, 00",
        "2, number, 7",
        "1, before, 00",
        "0, publicKey, 00"
    })
    void changeOfARootIsSeen(int index, String member, String value) {
        roots.get(index).put(member, value);

        assertThrows(FilingVerifier.NotVerifiedException.class, () -> FilingVerifier.verifyChain(roots));
    }

    @Test
    void rootThatIsMissingIsSeen() {
        roots.remove(1);

        assertThrows(FilingVerifier.NotVerifiedException.class, () -> FilingVerifier.verifyChain(roots));
    }

    @Test
    void statementsAreTheSame() {
        Map<String, Object> second = roots.get(1);
        FilingRoot root = new FilingRoot(
                2,
                LocalDate.of(2026, 12, 2),
                1024,
                (String) second.get("root"),
                (String) second.get("before"),
                (String) second.get("publicKey"),
                (String) second.get("signature"));

        assertEquals(roots.get(2).get("before"), root.hash());
        assertEquals(
                7,
                new String(root.statement(), StandardCharsets.US_ASCII).lines().count());
    }

    @ParameterizedTest
    @MethodSource
    void textHasOneForm(String text, String canonical) {
        assertEquals(canonical, CanonicalText.of(text));
        assertEquals(canonical, CanonicalText.of(CanonicalText.of(text)));
    }

    static List<Arguments> textHasOneForm() {
        return List.of(
                Arguments.of("a\r\nb", "a\nb"),
                Arguments.of("a\rb", "a\nb"),
                Arguments.of("\n a \n", "a"),
                Arguments.of("ñandú 🚨", "ñandú 🚨"),
                // half of a character
                Arguments.of("x\ud83dy", "x?y"));
    }

    @SuppressWarnings("unchecked")
    private String root(String text) {
        String leaf = FilingVerifier.leaf((String) proof.get("secret"), text);
        return FilingVerifier.root(leaf, (Integer) proof.get("place"), 1024, (List<String>) proof.get("path"));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try {
            return JSON.readValue(Files.readString(GUIDE.resolve(file)), type);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
