package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.sample.SamplePopulation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ñuble left the region of Biobío in September 2018, and its 21 communes got other codes. Biobío of 2017 as it was, less
 * Biobío as it is, is the sum of the 21; whichever codes the publisher tells 2017 with.
 */
class NubleTest {

    private static final int COMMUNES_OF_NUBLE = 21;
    private static final List<String> CLASSES = List.of("40101", "40102", "40103", "40104");

    private final Observatory observatory = Observatory.running();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String population = "population-" + suffix;

    @Test
    void biobioAsItWasLessAsItIsIsNuble() {
        // Given
        List<String> nuble = communes("16");
        assertEquals(COMMUNES_OF_NUBLE, nuble.size());
        Map<String, String> earlier = new HashMap<>();
        nuble.forEach(code -> earlier.put(code, codeBefore(code)));
        List<String> all =
                Stream.concat(communes("08").stream(), nuble.stream()).toList();
        observatory
                .loading()
                .define(
                        population,
                        SampleDefinitions.populationDataset().replace(SampleDefinitions.POPULATION, population),
                        SampleDefinitions.populationProfile());
        publish(population, new SamplePopulation(1, all, 2017, 1));
        String today = define("today-" + suffix);
        String then = define("then-" + suffix);
        SampleCases file = new SampleCases(7, all, CLASSES, YearMonth.of(2017, 1), 12);

        // When
        publish("today-" + suffix, file);
        publish("then-" + suffix, told(file, earlier));

        // Then
        for (String indicator : List.of(today, then)) {
            long ofTheCommunes = nuble.stream()
                    .mapToLong(code -> cases(indicator, code, "current"))
                    .sum();
            assertEquals(ofTheCommunes, cases(indicator, "08", "asWas") - cases(indicator, "08", "current"), indicator);
            assertEquals(ofTheCommunes, cases(indicator, "16", "current"), indicator);
            assertEquals(
                    cases(indicator, "16101", "current"), cases(indicator, earlier.get("16101"), "asWas"), indicator);
            assertEquals(
                    value(indicator, "16", "current").get("denominator"),
                    value(today, "16", "current").get("denominator"));
        }
    }

    private String define(String dataset) {
        observatory
                .loading()
                .define(
                        dataset,
                        SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset),
                        SampleDefinitions.casesProfile());
        String indicator = dataset.replace('-', '_').toUpperCase(Locale.ROOT);
        observatory
                .steward()
                .put(
                        "/v1/indicators/" + indicator,
                        SampleDefinitions.indicator()
                                .replace(SampleDefinitions.CASES, dataset)
                                .replace(SampleDefinitions.POPULATION, population));
        return indicator;
    }

    private void publish(String dataset, Iterable<byte[]> file) {
        String path = "/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE;
        String release = observatory.steward().postCsv(path, file).get("id").asText();
        observatory.loading().approve(release);
        observatory.loading().awaitVisible(dataset, release);
    }

    private List<String> communes(String region) {
        return observatory.reference().communes().stream()
                .filter(commune -> commune.startsWith(region))
                .toList();
    }

    private String codeBefore(String commune) {
        return observatory
                .anyone()
                .get("/v1/territories/" + commune)
                .at("/predecessors/0/code")
                .asText();
    }

    /** The same file with other codes of territories, which are the first column. */
    private static List<byte[]> told(SampleCases file, Map<String, String> codes) {
        StringBuilder text = new StringBuilder();
        file.forEach(piece -> text.append(new String(piece, UTF_8)));
        String told = text.toString()
                .lines()
                .map(line -> {
                    String code = line.substring(0, line.indexOf(','));
                    return codes.getOrDefault(code, code) + line.substring(code.length()) + "\n";
                })
                .reduce("", String::concat);
        return List.of(told.getBytes(UTF_8));
    }

    private long cases(String indicator, String territory, String boundaries) {
        return value(indicator, territory, boundaries).get("numerator").asLong();
    }

    private JsonNode value(String indicator, String territory, String boundaries) {
        JsonNode series = observatory
                .anyone()
                .get("/v1/indicators/" + indicator + "/series?period=2017&territory=" + territory + "&boundaries="
                        + boundaries);
        return series.at("/items/0");
    }
}
