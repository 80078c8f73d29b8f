package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Answers to questions that nobody has asked before, one after the other, with PostgreSQL warm. */
final class MadeAnswers {

    /** Until the code of the service is compiled as far as it ever will be, on the same two cores. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration DURATION = Duration.ofSeconds(5);
    private static final int QUESTIONS = 1_000;

    /** As a region has. */
    private static final int MANY = 50;

    private static final String LAST_YEARS = "2024..2025";

    private final InetSocketAddress query;
    private final IdentityToken token;
    private final AnswerTables tables;
    private final AtomicLong numbers = new AtomicLong();
    private final Random random = new Random(1);

    private Times tenth;

    MadeAnswers(InetSocketAddress query, IdentityToken token, AnswerTables tables) {
        this.query = query;
        this.token = token;
        this.tables = tables;
    }

    private record Times(Latencies series, Latencies ranking) {}

    /** A series of a commune or of many, or a ranking of a year. */
    private record Asked(String offence, String commune, List<String> communes, int year) {}

    void warmUp(String dataset) throws IOException {
        ask(rankingsOf(dataset, asked()), WARM_UP.dividedBy(2));
        ask(seriesOf(dataset, asked(), LAST_YEARS), WARM_UP.dividedBy(2));
    }

    /** The same kind of questions of tables of different lengths. */
    void grow(long rows, String dataset) throws IOException {
        Times times = new Times(
                ask(seriesOf(dataset, asked(), LAST_YEARS), DURATION), ask(rankingsOf(dataset, asked()), DURATION));
        System.out.printf(Locale.ROOT, "%,d rows: series %s; ranking %s%n", rows, times.series(), times.ranking());
        if (tenth == null) {
            tenth = times;
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "ten times the rows: series %.2f x, ranking %.2f x (medians)%n",
                times.series().median() / tenth.series().median(),
                times.ranking().median() / tenth.ranking().median());
    }

    /** Series of twenty years and rankings of all communes, beside SQL that was written for each. */
    void besideSql(String dataset, Database database) throws IOException {
        String years = AnswerTables.FIRST_YEAR + ".." + AnswerTables.LAST_YEAR;
        List<Asked> asked = asked();
        try (HandWrittenSql sql = new HandWrittenSql(database, dataset)) {
            for (int round = 0; round < 2; round++) {
                boolean counts = round == 1;
                compare(
                        counts,
                        "series",
                        ask(seriesOf(dataset, asked, years), DURATION),
                        sql.time(
                                asked.size(),
                                i -> sql.series(
                                        asked.get(i).offence(), asked.get(i).commune())));
                compare(
                        counts,
                        "series of " + MANY + " communes",
                        ask(manySeriesOf(dataset, asked, years), DURATION),
                        sql.time(
                                asked.size(),
                                i -> sql.series(
                                        asked.get(i).offence(), asked.get(i).communes())));
                compare(
                        counts,
                        "ranking",
                        ask(rankingsOf(dataset, asked), DURATION),
                        sql.time(
                                asked.size(),
                                i -> sql.ranking(
                                        asked.get(i).offence(), asked.get(i).year())));
            }
        }
    }

    private static void compare(boolean counts, String what, Latencies ours, Latencies sql) {
        if (counts) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, made: %s (%d); by hand-written SQL: %s (%d); ratio of the medians %.2f%n",
                    what,
                    ours,
                    ours.count(),
                    sql,
                    sql.count(),
                    ours.median() / sql.median());
        }
    }

    private List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        List<String> communes = tables.communes();
        List<String> offences = tables.offences();
        for (int i = 0; i < QUESTIONS; i++) {
            asked.add(new Asked(
                    offences.get(random.nextInt(offences.size())),
                    communes.get(random.nextInt(communes.size())),
                    random.ints(0, communes.size())
                            .distinct()
                            .limit(MANY)
                            .mapToObj(communes::get)
                            .toList(),
                    random.nextInt(AnswerTables.LAST_YEAR - 1, AnswerTables.LAST_YEAR + 1)));
        }
        return asked;
    }

    private static List<Question> seriesOf(String dataset, List<Asked> asked, String period) {
        return asked.stream()
                .map(each -> Question.series(AnswerTables.rate(dataset, each.offence()), each.commune(), period))
                .toList();
    }

    private static List<Question> manySeriesOf(String dataset, List<Asked> asked, String period) {
        return asked.stream()
                .map(each -> Question.series(
                        AnswerTables.rate(dataset, each.offence()), String.join(",", each.communes()), period))
                .toList();
    }

    private static List<Question> rankingsOf(String dataset, List<Asked> asked) {
        return asked.stream()
                .map(each -> Question.ranking(AnswerTables.rate(dataset, each.offence()), each.year()))
                .toList();
    }

    private Latencies ask(List<Question> questions, Duration duration) throws IOException {
        String signed = token.sign();
        HttpLoad.Outcome outcome = new HttpLoad(query, 1)
                .closed(
                        () -> {
                            long number = numbers.incrementAndGet();
                            return questions
                                    .get((int) (number % questions.size()))
                                    .anew(number)
                                    .request(signed, null);
                        },
                        duration,
                        HttpLoad.status(200));
        if (outcome.failures() > 0) {
            throw new IOException(outcome.failures() + " questions were not answered");
        }
        return outcome.latencies();
    }
}
