package cl.observatory.reports.guidance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All of the guidance, as its file holds it. */
record GuidanceFile(
        @NotEmpty List<@Valid Term> groups,
        @NotEmpty List<@Valid Category> categories,
        @NotNull Map<Vocabulary, @NotEmpty List<@Valid Term>> terms,
        @NotEmpty List<@Valid SafetyMessage> safetyMessages,
        @NotNull @Valid Words proofOfFilingWarning,
        @NotEmpty List<@Valid Advice> nextSteps,
        @NotNull @Valid Words unverified,
        @NotEmpty List<@Valid ReferralChannel> channels) {

    private static final String PACKED = "/guidance/guidance.json";

    /**
     * @param file empty for the one that is packed
     * @throws IllegalStateException when it is not whole; it says where
     */
    static GuidanceFile read(Optional<Path> file, ObjectMapper json, Validator validator) {
        String name = file.map(Path::toString).orElse(PACKED);
        try (InputStream content =
                file.isPresent() ? Files.newInputStream(file.get()) : GuidanceFile.class.getResourceAsStream(PACKED)) {
            GuidanceFile read = json.readValue(content, GuidanceFile.class);
            read.faults(validator).findFirst().ifPresent(fault -> {
                throw new IllegalStateException(name + ": " + fault);
            });
            return read;
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(name + ": " + malformed.getMessage(), malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the guidance in " + name, failed);
        }
    }

    private Stream<String> faults(Validator validator) {
        List<String> faults = validator.validate(this).stream()
                .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                .sorted()
                .toList();
        return faults.isEmpty() ? Stream.concat(twice(), dangling()) : faults.stream();
    }

    private Stream<String> twice() {
        return Stream.of(
                        twice(groups, Term::code),
                        twice(categories, Category::code),
                        terms.values().stream().flatMap(list -> twice(list, Term::code)),
                        twice(safetyMessages, SafetyMessage::code),
                        twice(channels, ReferralChannel::code))
                .flatMap(Function.identity());
    }

    private static <T> Stream<String> twice(Collection<T> list, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        return list.stream().map(code).filter(one -> !seen.add(one)).map(one -> one + " stands twice");
    }

    /** What is missing, or named without being there. */
    private Stream<String> dangling() {
        Set<String> known =
                new HashSet<>(categories.stream().map(Category::code).toList());
        List<String> groupCodes = groups.stream().map(Term::code).toList();
        List<NextStep> steps = nextSteps.stream().map(Advice::code).toList();
        return Stream.of(
                        EnumSet.allOf(Vocabulary.class).stream()
                                .filter(vocabulary -> !terms.containsKey(vocabulary))
                                .map(vocabulary -> "no terms of " + vocabulary),
                        EnumSet.allOf(NextStep.class).stream()
                                .filter(step -> !steps.contains(step))
                                .map(step -> "no words for " + step),
                        categories.stream()
                                .map(Category::group)
                                .filter(group -> !groupCodes.contains(group))
                                .map(group -> "no group " + group),
                        channels.stream().anyMatch(ReferralChannel::emergency)
                                ? Stream.<String>empty()
                                : Stream.of("no number for an emergency"),
                        Stream.concat(
                                        safetyMessages.stream().map(SafetyMessage::categories),
                                        channels.stream().map(ReferralChannel::categories))
                                .flatMap(named -> named == null ? Stream.empty() : named.stream())
                                .filter(category -> !known.contains(category))
                                .map(category -> "no category " + category))
                .flatMap(Function.identity());
    }
}
