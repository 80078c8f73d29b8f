package cl.observatory.reports.guidance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuidanceTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @TempDir
    private Path folder;

    private final Guidance packed = guidance(Optional.empty());

    @Test
    void somebodyWhoMayBeInDangerIsReadFirst() {
        assertEquals(23, packed.categories().size());
        assertEquals(
                Set.of("EXTORTION", "KIDNAPPING", "TRAFFICKING_PERSONS", "CHILD_RECRUITMENT"), codes(Priority.HIGH));
        assertEquals(Set.of("SERVICE_GAP", "PROTECTIVE_FACTOR", "OTHER"), codes(Priority.LOW));
    }

    /** Numbers change: what nobody has looked at says so. */
    @Test
    void channelThatNobodyVerifiedSaysSo() {
        List<ChannelView> channels = packed.channels(null, null);

        assertEquals(
                List.of("DENUNCIA_SEGURO"),
                channels.stream()
                        .filter(channel -> channel.verifiedAt() != null)
                        .map(ChannelView::code)
                        .toList());
        channels.forEach(channel -> assertEquals(channel.verifiedAt() == null, channel.note() != null));
    }

    @ParameterizedTest
    @EnumSource
    void everyCategoryHasSomewhereToGo(Priority priority) {
        for (String category : codes(priority)) {
            List<ChannelView> channels = packed.channels("13116", category);
            assertTrue(channels.getFirst().emergency());
            assertFalse(channels.getLast().emergency(), category);
        }
    }

    @Test
    void messagesAreThoseForEverybodyAndThoseOfTheCategory() {
        List<String> extortion = packed.safetyMessages("EXTORTION").stream()
                .map(SafetyMessage::code)
                .toList();

        assertEquals(List.of("DANGER_NOW", "NO_NAMES", "KEEP_RECEIPT", "SAFE_DEVICE", "EXTORTION_EVIDENCE"), extortion);
        assertEquals(4, packed.safetyMessages("GUNSHOTS").size());
    }

    @Test
    void channelOfATerritoryServesWhatLiesInIt() throws IOException {
        // Given
        Guidance guidance = changed(file -> {
            ObjectNode channel = (ObjectNode) file.get("channels").get(16);
            channel.putArray("territories").add("131").add("05101");
        });

        // When
        assertTrue(offers(guidance, "13116"));
        assertTrue(offers(guidance, "05101"));
        assertTrue(offers(guidance, null));

        // Then
        assertFalse(offers(guidance, "13201"));
        assertFalse(offers(guidance, "05102"));
    }

    private static boolean offers(Guidance guidance, String territory) {
        return guidance.channels(territory, "SERVICE_GAP").stream()
                .anyMatch(channel -> channel.code().equals("MUNICIPALITY"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void fileThatIsNotWholeStopsTheStart(Flaw flaw) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> changed(flaw.change));

        assertTrue(refused.getMessage().contains(flaw.named), refused.getMessage());
        assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
    }

    /**
     * A way in which somebody may break the file.
     *
     * @param named what the refusal says
     */
    record Flaw(String named, Consumer<ObjectNode> change) {

        @Override
        public String toString() {
            return named;
        }
    }

    static List<Flaw> flaws() {
        return List.of(
                new Flaw(
                        "labels.en",
                        file -> first(file, "categories")
                                .withObjectProperty("labels")
                                .remove("en")),
                new Flaw(
                        "DRUG_SALE_POINT", file -> ((ArrayNode) file.get("categories")).add(first(file, "categories"))),
                new Flaw("NO_SUCH_GROUP", file -> first(file, "categories").put("group", "NO_SUCH_GROUP")),
                new Flaw(
                        "NO_SUCH_CATEGORY",
                        file -> first(file, "channels").putArray("categories").add("NO_SUCH_CATEGORY")),
                new Flaw(
                        "emergency",
                        file -> file.get("channels")
                                .forEach(channel -> ((ObjectNode) channel).put("emergency", false))),
                new Flaw("WAIT", file -> ((ArrayNode) file.get("nextSteps")).remove(0)),
                new Flaw("TREND", file -> file.withObjectProperty("terms").remove("TREND")),
                new Flaw("url", file -> first(file, "channels").put("url", "http://example.cl")),
                new Flaw("telephone", file -> first(file, "channels").put("telephone", "133")));
    }

    @Test
    void moreThanFitsAnAnswerStopsTheStart() {
        // Given
        Consumer<ObjectNode> many = file -> {
            ObjectNode channel = (ObjectNode) file.get("channels").get(16);
            channel.putArray("categories").add("SERVICE_GAP");
            for (int i = 0; i < 40; i++) {
                ((ArrayNode) file.get("channels")).add(channel.deepCopy().put("code", "MUNICIPALITY_" + i));
            }
        };

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> changed(many));

        // Then
        assertTrue(refused.getMessage().contains("there is room for"), refused.getMessage());
    }

    private static ObjectNode first(ObjectNode file, String list) {
        return (ObjectNode) file.get(list).get(0);
    }

    private Guidance changed(Consumer<ObjectNode> change) throws IOException {
        JsonNode file = JSON.readTree(GuidanceTest.class.getResourceAsStream("/guidance/guidance.json"));
        change.accept((ObjectNode) file);
        Path written = folder.resolve("guidance.json");
        Files.write(written, JSON.writeValueAsBytes(file));
        return guidance(Optional.of(written));
    }

    private Set<String> codes(Priority priority) {
        return packed.categories().stream()
                .filter(category -> category.priority() == priority)
                .map(Category::code)
                .collect(Collectors.toSet());
    }

    private static Guidance guidance(Optional<Path> file) {
        Guidance guidance = new Guidance(() -> file, JSON, VALIDATOR);
        assertNotNull(guidance.advice(NextStep.WAIT));
        return guidance;
    }
}
