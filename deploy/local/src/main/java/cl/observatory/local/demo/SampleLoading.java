package cl.observatory.local.demo;

import cl.observatory.local.client.Loading;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.ReferenceData;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.sample.SamplePopulation;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** Puts the sample into a running observatory, once: a second time finds it there. */
final class SampleLoading {

    private static final long SEED = 2024;
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS = 5;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final String SCHEME = "CEAD-2024";

    private final ObservatoryClient steward;
    private final Loading loading;
    private final Consumer<String> say;

    SampleLoading(ObservatoryClient steward, ObservatoryClient approver, Consumer<String> say) {
        this.steward = steward;
        this.loading = new Loading(steward, approver);
        this.say = say;
    }

    void load() {
        if (!loading.releases(SampleDefinitions.CASES).isEmpty() && knowsIndicator()) {
            say.accept("The sample data are loaded already.");
            return;
        }
        ReferenceData reference = new ReferenceData(steward);
        reference.await(SCHEME);
        List<String> communes = reference.communes();
        SampleCases cases = new SampleCases(
                SEED,
                communes,
                reference.classes(SCHEME, "subgroup"),
                YearMonth.of(FIRST_YEAR, 1),
                YEARS * MONTHS_OF_A_YEAR);
        define();
        say.accept("Sending %,d rows of synthetic cases.".formatted(cases.rows()));
        publish(SampleDefinitions.POPULATION, new SamplePopulation(SEED, communes, FIRST_YEAR, YEARS));
        publish(SampleDefinitions.CASES, cases);
    }

    private void define() {
        loading.define(SampleDefinitions.CASES, SampleDefinitions.casesDataset(), SampleDefinitions.casesProfile());
        loading.define(
                SampleDefinitions.POPULATION,
                SampleDefinitions.populationDataset(),
                SampleDefinitions.populationProfile());
        if (!knowsIndicator()) {
            steward.put("/v1/indicators/" + SampleDefinitions.INDICATOR, SampleDefinitions.indicator());
        }
    }

    private void publish(String dataset, Iterable<byte[]> file) {
        String release = loading.publish(dataset, SampleDefinitions.PROFILE, file);
        say.accept("Release %s of %s is approved by a second person.".formatted(release, dataset));
        loading.awaitVisible(dataset, release);
        say.accept("Readers see it.");
    }

    private boolean knowsIndicator() {
        return steward.exists("/v1/indicators/" + SampleDefinitions.INDICATOR);
    }
}
