package cl.observatory.query.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Answers that hold as long as nothing has changed, for a short time, and until the day is over: relative periods begin
 * anew with the day in Chile. They take no more memory than is set; those that are asked for least go first.
 */
@ApplicationScoped
public class KeptAnswers {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    /** About what an entry takes beside its body and key. */
    private static final int BYTES_OF_ENTRY = 400;

    /** No answer takes more than this part of the memory. */
    private static final int LARGEST = 8;

    private final Generation generation;
    private final Clock clock;
    private final Duration life;
    private final long memory;
    private final Cache<AnswerKey, Held> answers;

    KeptAnswers(AnswersConfig config, Generation generation, Clock clock) {
        this.generation = generation;
        this.clock = clock;
        this.life = config.life();
        this.memory = config.memory().asLongValue();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(memory)
                .weigher(KeptAnswers::weight)
                .build();
    }

    /**
     * A question as it stood when it was asked.
     *
     * @param generation that was before anything was read for its answer
     */
    record Question(AnswerKey key, long generation, Instant askedAt) {}

    private record Held(KeptAnswer answer, long generation, Instant until) {}

    private static int weight(AnswerKey key, Held held) {
        return BYTES_OF_ENTRY + key.length() + held.answer().size();
    }

    /** To be taken before anything is read for the answer. */
    Question question(AnswerKey key) {
        return new Question(key, generation.now(), clock.instant());
    }

    Optional<KeptAnswer> find(AnswerKey key) {
        Held held = answers.getIfPresent(key);
        return held != null
                        && generation.holds(held.generation())
                        && clock.instant().isBefore(held.until())
                ? Optional.of(held.answer())
                : Optional.empty();
    }

    /** Keeps an answer, unless something has changed since its question was asked. */
    void keep(Question question, KeptAnswer answer) {
        if (generation.holds(question.generation()) && answer.size() <= memory / LARGEST) {
            answers.put(question.key(), new Held(answer, question.generation(), until(question.askedAt())));
        }
    }

    private Instant until(Instant askedAt) {
        Instant tomorrow = LocalDate.ofInstant(askedAt, CHILE)
                .plusDays(1)
                .atStartOfDay(CHILE)
                .toInstant();
        Instant old = askedAt.plus(life);
        return old.isBefore(tomorrow) ? old : tomorrow;
    }

    void clear() {
        answers.invalidateAll();
    }
}
