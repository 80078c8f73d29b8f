package cl.observatory.query.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static final AnswerKey KEY = new AnswerKey("/v1/datasets", null, Locale.ENGLISH);
    private static final KeptAnswer ANSWER =
            new KeptAnswer(Buffer.buffer("{}"), "\"t\"", "application/json", List.of());

    private final Generation generation = new Generation();
    private final Time time = new Time();
    private final KeptAnswers answers = new KeptAnswers(new Settings(1_000_000), generation, time);

    private record Settings(long bytes) implements AnswersConfig {

        @Override
        public MemorySize memory() {
            return new MemorySize(BigInteger.valueOf(bytes));
        }

        @Override
        public Duration life() {
            return Duration.ofSeconds(60);
        }
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-07-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void answerIsKeptForAShortTime() {
        // Given
        generation.begin();

        // When
        answers.keep(answers.question(KEY), ANSWER);

        // Then
        time.now = time.now.plusSeconds(59);
        assertEquals(Optional.of(ANSWER), answers.find(KEY));
        time.now = time.now.plusSeconds(1);
        assertTrue(answers.find(KEY).isEmpty());
    }

    @Test
    void answerOfADayIsNotGivenOnTheNextOneInChile() {
        // Given
        generation.begin();
        time.now = Instant.parse("2026-07-02T03:59:50Z");

        // When
        answers.keep(answers.question(KEY), ANSWER);

        // Then
        time.now = Instant.parse("2026-07-02T03:59:59Z");
        assertEquals(Optional.of(ANSWER), answers.find(KEY));
        time.now = Instant.parse("2026-07-02T04:00:00Z");
        assertTrue(answers.find(KEY).isEmpty());
    }

    @Test
    void answerIsNotGivenAfterAChange() {
        // Given
        generation.begin();
        answers.keep(answers.question(KEY), ANSWER);

        // When
        generation.move();

        // Then
        assertTrue(answers.find(KEY).isEmpty());
    }

    @Test
    void answerFromBeforeAChangeIsNotKeptAfterIt() {
        // Given
        generation.begin();
        KeptAnswers.Question question = answers.question(KEY);

        // When
        generation.move();
        answers.keep(question, ANSWER);

        // Then
        assertTrue(answers.find(KEY).isEmpty());
    }

    @Test
    void nothingIsKeptWhileNobodyTellsOfChanges() {
        // Given
        KeptAnswers.Question early = answers.question(KEY);
        answers.keep(early, ANSWER);
        assertTrue(answers.find(KEY).isEmpty());

        // When
        generation.begin();
        answers.keep(early, ANSWER);

        // Then
        assertTrue(answers.find(KEY).isEmpty());
        answers.keep(answers.question(KEY), ANSWER);
        generation.end();
        assertTrue(answers.find(KEY).isEmpty());
    }

    @Test
    void answerThatWouldDriveOutManyOthersIsNotKept() {
        // Given
        generation.begin();
        KeptAnswer large = new KeptAnswer(Buffer.buffer(new byte[125_001]), "\"t\"", "application/json", List.of());

        // When
        answers.keep(answers.question(KEY), large);

        // Then
        assertTrue(answers.find(KEY).isEmpty());
    }
}
