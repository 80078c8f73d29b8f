package cl.observatory.local.demo;

import cl.observatory.local.client.Loading;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.ReferenceData;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleBoundaries;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.sample.SamplePopulation;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObservatoryClient steward;
    private final Loading loading;
    private final Consumer<String> say;

    SampleLoading(ObservatoryClient steward, ObservatoryClient approver, Consumer<String> say) {
        this.steward = steward;
        this.loading = new Loading(steward, approver);
        this.say = say;
    }

    void load() {
        loadFigures();
        loadBoundaries();
    }

    private void loadFigures() {
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

    private void loadBoundaries() {
        String path = "/v1/boundaries/" + SampleDefinitions.BOUNDARIES;
        if (steward.exists(path)) {
            return;
        }
        List<String> communes = new ReferenceData(steward).communes();
        steward.putFile(
                path + SampleBoundaries.DESCRIPTION,
                "application/geo+json",
                BodyPublishers.ofByteArrays(new SampleBoundaries(communes)));
        if (!Waiting.until(PATIENCE, this::isDrawn)) {
            throw new LocalStackException("The sample boundaries did not arrive; see ./observatory logs.");
        }
        say.accept("Readers see synthetic boundaries: a square in place of each commune.");
    }

    private boolean isDrawn() {
        return steward.get("/v1/territories.geojson?level=country").has("boundarySource");
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
