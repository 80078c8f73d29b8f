package cl.observatory.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Kept answers beside the same bytes from a file, by nginx: first as many as each can give, then both at one rate, half of
 * what query can give at most.
 */
final class KeptAnswersLoad {

    private static final int READERS = 32;

    /** Until the code of the service is compiled as far as it ever will be, on the same two cores. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration DURATION = Duration.ofSeconds(6);

    private final InetSocketAddress query;
    private final InetSocketAddress gateway;
    private final IdentityToken token;
    private final AnswerTables tables;
    private final Path folder;

    KeptAnswersLoad(
            InetSocketAddress query, InetSocketAddress gateway, IdentityToken token, AnswerTables tables, Path folder) {
        this.query = query;
        this.gateway = gateway;
        this.token = token;
        this.tables = tables;
        this.folder = folder;
    }

    void measure(String dataset) throws IOException {
        if (!StaticServer.isInstalled()) {
            System.out.println("Kept answers were not measured: there is no nginx on this machine; install it first.");
            return;
        }
        String rate = AnswerTables.rate(dataset, tables.offences().getFirst());
        measure("series", Question.series(rate, "13101", AnswerTables.FIRST_YEAR + ".." + AnswerTables.LAST_YEAR));
        measure("ranking", Question.ranking(rate, AnswerTables.LAST_YEAR));
    }

    /**
     * An answer.
     *
     * @param body each byte a character
     * @param tag with its quotes
     */
    private record Answer(String body, String tag) {

        private byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private void measure(String what, Question question) throws IOException {
        Answer answer = ask(query, question.request(token.sign(), null));
        System.out.printf(
                Locale.ROOT,
                "%n%s, kept: %,d bytes, %d readers%n",
                what,
                answer.body().length(),
                READERS);
        String path = question.path().substring(0, question.path().indexOf('?'));
        try (StaticServer nginx = StaticServer.start(folder.resolve("nginx"), path, answer.bytes())) {
            byte[] request = question.request(token.sign(), null);
            Answer file = ask(nginx.address(), request);
            if (!answer.body().equals(file.body())) {
                throw new IOException("nginx serves other bytes");
            }
            HttpLoad.Check whole = got ->
                    got.status() == 200 && got.body().length == answer.body().length();
            double least = closed("200", nginx, request, request, whole);
            openBoth(nginx, question, least / 2);
            closed(
                    "304",
                    nginx,
                    question.request(token.sign(), answer.tag()),
                    question.request(token.sign(), file.tag()),
                    HttpLoad.status(304));
            throughGateway(question, whole);
        }
    }

    /** Gives how many answers a second query gave. */
    private double closed(String what, StaticServer nginx, byte[] ours, byte[] theirs, HttpLoad.Check check)
            throws IOException {
        load(query).closed(() -> ours, WARM_UP, check);
        HttpLoad.Outcome kept = load(query).closed(() -> ours, DURATION, check);
        load(nginx.address()).closed(() -> theirs, Duration.ofSeconds(1), check);
        HttpLoad.Outcome file = load(nginx.address()).closed(() -> theirs, DURATION, check);
        System.out.printf(
                Locale.ROOT,
                "%s, as many as can be: query %,.0f/s, nginx %,.0f/s, ratio %.2f; failures %d and %d%n",
                what,
                kept.perSecond(),
                file.perSecond(),
                kept.perSecond() / file.perSecond(),
                kept.failures(),
                file.failures());
        return kept.perSecond();
    }

    private void openBoth(StaticServer nginx, Question question, double rate) throws IOException {
        byte[] request = question.request(token.sign(), null);
        load(query).open(() -> request, rate, WARM_UP.dividedBy(2), HttpLoad.status(200));
        HttpLoad.Outcome kept = load(query).open(() -> request, rate, DURATION, HttpLoad.status(200));
        HttpLoad.Outcome file = load(nginx.address()).open(() -> request, rate, DURATION, HttpLoad.status(200));
        System.out.printf(
                Locale.ROOT,
                "both at %,.0f/s: query %s, nginx %s; p50 %.2f x, p99 %+.2f ms; failures %d and %d%n",
                rate,
                kept.latencies(),
                file.latencies(),
                kept.latencies().median() / file.latencies().median(),
                kept.latencies().p99() - file.latencies().p99(),
                kept.failures(),
                file.failures());
    }

    private void throughGateway(Question question, HttpLoad.Check check) throws IOException {
        byte[] request = question.request(null, null);
        load(gateway).closed(() -> request, WARM_UP, check);
        HttpLoad.Outcome outcome = load(gateway).closed(() -> request, DURATION, check);
        System.out.printf(
                Locale.ROOT,
                "through the gateway, as many as can be: %,.0f/s, %s; failures %d%n",
                outcome.perSecond(),
                outcome.latencies(),
                outcome.failures());
    }

    private static HttpLoad load(InetSocketAddress address) {
        return new HttpLoad(address, READERS);
    }

    /** The last of a few answers. */
    private static Answer ask(InetSocketAddress address, byte[] request) throws IOException {
        Answer[] last = new Answer[1];
        new HttpLoad(address, 1).closed(() -> request, Duration.ofMillis(500), got -> {
            if (got.status() == 200) {
                last[0] =
                        new Answer(new String(got.body(), StandardCharsets.ISO_8859_1), header(got.headers(), "etag"));
            }
            return true;
        });
        if (last[0] == null) {
            throw new IOException("a question was not answered");
        }
        return last[0];
    }

    private static String header(String headers, String name) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
