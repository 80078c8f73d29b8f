package cl.observatory.benchmark;

import cl.observatory.local.client.Loading;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.sample.SamplePopulation;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The tables that questions are asked of: populations, cases, and a rate for each of some offences. */
final class AnswerTables {

    static final int RATES = 20;
    static final int FIRST_YEAR = 2006;
    static final int LAST_YEAR = 2025;

    private static final long SEED = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SampleFiles files;
    private final MainJob job;
    private final Loading loading;
    private final ObservatoryClient steward;

    AnswerTables(StackAccess access, Path folder) {
        this.files = new SampleFiles(access, folder);
        this.job = new MainJob(access, Duration.ofMillis(100));
        this.steward = ObservatoryClient.withKey(access.gateway(), access.stewardKey());
        this.loading = new Loading(steward, ObservatoryClient.withKey(access.gateway(), access.approverKey()));
    }

    List<String> communes() {
        return files.communes();
    }

    /** The offences that there are rates of. */
    List<String> offences() {
        return files.classes().subList(0, RATES);
    }

    static String rate(String dataset, String offence) {
        return "RATE_" + dataset.toUpperCase(Locale.ROOT) + "_" + offence;
    }

    void loadPopulation() {
        loading.define(
                SampleDefinitions.POPULATION,
                SampleDefinitions.populationDataset(),
                SampleDefinitions.populationProfile());
        SamplePopulation population = new SamplePopulation(SEED, communes(), FIRST_YEAR, LAST_YEAR - FIRST_YEAR + 1);
        loading.awaitVisible(
                SampleDefinitions.POPULATION,
                loading.publish(SampleDefinitions.POPULATION, SampleDefinitions.PROFILE, population));
    }

    /** Defines a data set with its rates and loads so many months; gives its rows. */
    long load(String dataset, int months) throws IOException {
        job.define(dataset);
        for (String offence : offences()) {
            steward.put(
                    "/v1/indicators/" + rate(dataset, offence),
                    SampleDefinitions.indicator()
                            .replace(SampleDefinitions.CASES, dataset)
                            .replace("\"40101\", \"40102\", \"40103\", \"40104\"", '"' + offence + '"'));
        }
        SampleFiles.SampleFile file = files.write("cases.csv", months, SampleFiles.LAST);
        MainJob.Stages stages = job.run(dataset, file.path(), MainJob.FULL);
        System.out.printf(Locale.ROOT, "%s: %,d rows, %s%n", dataset, file.rows(), stages);
        String last = "/v1/indicators/" + rate(dataset, offences().getLast());
        Waiting.until(PATIENCE, Duration.ofMillis(100), () -> steward.exists(last));
        return file.rows();
    }

    /** Lays the last month over a table, with other numbers than it has; gives the id of the release. */
    String merge(String dataset) {
        return publish(
                dataset, MainJob.MERGE, new SampleCases(SEED + 1, communes(), files.classes(), SampleFiles.LAST, 1));
    }

    /** Puts another table of so many months in the place of what is there. */
    String replace(String dataset, int months) {
        YearMonth first = SampleFiles.LAST.minusMonths(months - 1L);
        return publish(dataset, MainJob.FULL, new SampleCases(SEED + 2, communes(), files.classes(), first, months));
    }

    private String publish(String dataset, String update, SampleCases cases) {
        String id = steward.postCsv(
                        "/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE + "&update="
                                + update,
                        cases)
                .get("id")
                .asText();
        loading.approve(id);
        loading.awaitVisible(dataset, id);
        return id;
    }
}
