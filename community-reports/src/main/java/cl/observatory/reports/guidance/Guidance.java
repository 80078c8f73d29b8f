package cl.observatory.reports.guidance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The guidance that holds while the process runs. A file that is not whole stops its start. */
@Startup
@ApplicationScoped
public class Guidance {

    static final String CODE = "[A-Z][A-Z0-9_]{1,49}";
    static final String TERRITORY = "CL|[0-9]{2}|[0-9]{3}|[0-9]{5}";

    /** In bytes of JSON, so that the rest of an answer fits its envelope as well. */
    private static final int MOST_OF_A_CATEGORY = 10_000;

    private static final int MOST_OF_A_WARNING = 700;
    private static final int MOST_OF_A_STEP = 2_000;

    private final GuidanceFile file;
    private final Map<String, Category> categories;

    Guidance(GuidanceConfig config, ObjectMapper json, Validator validator) {
        this.file = GuidanceFile.read(config.file(), json, validator);
        this.categories =
                file.categories().stream().collect(Collectors.toUnmodifiableMap(Category::code, Function.identity()));
        file.categories()
                .forEach(category -> checkRoom(
                        json,
                        category.code(),
                        List.of(safetyMessages(category.code()), channels(null, category.code())),
                        MOST_OF_A_CATEGORY));
        checkRoom(json, "proofOfFilingWarning", file.proofOfFilingWarning(), MOST_OF_A_WARNING);
        file.nextSteps().forEach(step -> checkRoom(json, step.code().name(), step, MOST_OF_A_STEP));
    }

    /** A reporter whose answer did not fit would be left without a receipt. */
    private static void checkRoom(ObjectMapper json, String name, Object told, int most) {
        int length = json.valueToTree(told).toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > most) {
            throw new IllegalStateException(
                    "What is told about " + name + " takes " + length + " bytes, and there is room for " + most);
        }
    }

    /** In the order in which they are shown. */
    public List<Category> categories() {
        return file.categories();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public List<Term> groups() {
        return file.groups();
    }

    public List<Term> terms(Vocabulary vocabulary) {
        return file.terms().get(vocabulary);
    }

    public boolean knows(Vocabulary vocabulary, String code) {
        return terms(vocabulary).stream().anyMatch(term -> term.code().equals(code));
    }

    /** All of them, each with the categories that it is about. */
    public List<SafetyMessage> safetyMessages() {
        return file.safetyMessages();
    }

    public List<SafetyMessage> safetyMessages(String category) {
        return safetyMessages().stream()
                .filter(message -> message.isAbout(category))
                .toList();
    }

    /** What a proof of filing means for her who has it. */
    public Words proofOfFilingWarning() {
        return file.proofOfFilingWarning();
    }

    /**
     * Channels for a category in a territory, those for emergencies first.
     *
     * @param territory null for anywhere
     * @param category null for any
     */
    public List<ChannelView> channels(String territory, String category) {
        return file.channels().stream()
                .filter(channel -> channel.isFor(category) && channel.serves(territory))
                .sorted(Comparator.comparing(channel -> !channel.emergency()))
                .map(channel -> ChannelView.of(channel, file.unverified()))
                .toList();
    }

    public Advice advice(NextStep step) {
        return file.nextSteps().stream()
                .filter(advice -> advice.code() == step)
                .findFirst()
                .orElseThrow();
    }
}
