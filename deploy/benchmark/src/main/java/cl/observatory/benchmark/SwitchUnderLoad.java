package cl.observatory.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Readers at a fixed rate while a month is laid over the table and while another table takes its place. What they are
 * answered from each release is known from asking when nothing happens: every answer must be one of these, whole. Every
 * other question is put in words that nobody used before, so that its answer is made.
 */
final class SwitchUnderLoad {

    private static final int READERS = 16;
    private static final double PER_SECOND = 100;
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final String YEARS = "2018..2025";

    private final InetSocketAddress query;
    private final IdentityToken token;
    private final AnswerTables tables;
    private final AtomicInteger numbers = new AtomicInteger();

    SwitchUnderLoad(InetSocketAddress query, IdentityToken token, AnswerTables tables) {
        this.query = query;
        this.token = token;
        this.tables = tables;
    }

    /** Answers that were seen, by how often. */
    private record Seen(Latencies latencies, Map<String, Integer> bodies, AtomicInteger failures) {

        Seen() {
            this(new Latencies(), new HashMap<>(), new AtomicInteger());
        }
    }

    /** What a release change under load is. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    void measure(String dataset, int months) throws IOException {
        List<Question> questions = questions(dataset);
        Set<String> known = new HashSet<>(quiet(questions));
        Seen before = new Seen();
        long end = System.nanoTime() + BEFORE.toNanos();
        while (System.nanoTime() < end) {
            ask(questions, before);
        }
        Seen merge = during(questions, () -> tables.merge(dataset));
        known.addAll(quiet(questions));
        Seen replaced = during(questions, () -> tables.replace(dataset, months));
        known.addAll(quiet(questions));
        System.out.printf(
                Locale.ROOT,
                "%nreaders at %.0f/s, half of the answers made; before: %s%n",
                PER_SECOND,
                before.latencies());
        report("while a month is laid over the table", before, merge, known);
        report("while another table takes its place", before, replaced, known);
        if (known.size() != 3 * questions.size()) {
            System.out.printf(
                    Locale.ROOT, "releases do not differ: %d answers of %d%n", known.size(), 3 * questions.size());
        }
    }

    private static void report(String when, Seen before, Seen seen, Set<String> known) {
        int mixed = seen.bodies().entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %s (%d answers); p99 %.2f x; failed %d, mixed %d, different answers %d%n",
                when,
                seen.latencies(),
                seen.latencies().count(),
                seen.latencies().p99() / before.latencies().p99(),
                seen.failures().get(),
                mixed,
                seen.bodies().size());
    }

    private List<Question> questions(String dataset) {
        String rate = AnswerTables.rate(dataset, tables.offences().getFirst());
        return List.of(
                Question.series(rate, "13101", YEARS),
                Question.series(rate, "CL", YEARS),
                Question.ranking(rate, AnswerTables.LAST_YEAR));
    }

    /** Reads until the change is made. */
    private Seen during(List<Question> questions, Change change) throws IOException {
        Seen seen = new Seen();
        AtomicBoolean made = new AtomicBoolean();
        Thread changing = Thread.ofPlatform().name("change").start(() -> {
            try {
                change.make();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } finally {
                made.set(true);
            }
        });
        while (!made.get()) {
            ask(questions, seen);
        }
        ask(questions, seen);
        try {
            changing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }

    private void ask(List<Question> questions, Seen seen) throws IOException {
        String signed = token.sign();
        HttpLoad.Outcome outcome = new HttpLoad(query, READERS)
                .open(() -> next(questions).request(signed, null), PER_SECOND, SLICE, got -> note(got, seen));
        outcome.latencies().addTo(seen.latencies());
    }

    private Question next(List<Question> questions) {
        int number = numbers.getAndIncrement();
        Question question = questions.get(number / 2 % questions.size());
        return number % 2 == 0 ? question : question.anew(number);
    }

    private static boolean note(HttpConnection got, Seen seen) {
        if (got.status() != 200) {
            seen.failures().incrementAndGet();
            return false;
        }
        seen.bodies().merge(new String(got.body(), StandardCharsets.UTF_8), 1, Integer::sum);
        return true;
    }

    private Set<String> quiet(List<Question> questions) throws IOException {
        Set<String> bodies = new HashSet<>();
        String signed = token.sign();
        for (Question question : questions) {
            new HttpLoad(query, 1)
                    .closed(
                            () -> question.anew(numbers.getAndIncrement()).request(signed, null),
                            Duration.ofMillis(200),
                            got -> bodies.add(new String(got.body(), StandardCharsets.UTF_8)));
        }
        if (bodies.size() != questions.size()) {
            throw new IOException("answers differ when nothing happens");
        }
        return bodies;
    }
}
