package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What is said of the sample to the observatory, as the JSON of its API. */
public final class SampleDefinitions {

    public static final String CASES = "sample-cases";
    public static final String POPULATION = "sample-population";
    public static final String INDICATOR = "SAMPLE_DRUG_OFFENCES";
    /** Edition of {@link SampleBoundaries}. */
    public static final String BOUNDARIES = "sample-squares";
    /** Profile of both data sets. */
    public static final String PROFILE = "sample-csv";

    private SampleDefinitions() {}

    public static String casesDataset() {
        return resource("cases.dataset.json");
    }

    public static String casesProfile() {
        return resource("cases.profile.json");
    }

    public static String populationDataset() {
        return resource("population.dataset.json");
    }

    public static String populationProfile() {
        return resource("population.profile.json");
    }

    /** Cases of family 4 of CEAD-2024 per 100,000 inhabitants. */
    public static String indicator() {
        return resource(INDICATOR + ".indicator.json");
    }

    private static String resource(String name) {
        try (InputStream in = SampleDefinitions.class.getResourceAsStream("/sample/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
