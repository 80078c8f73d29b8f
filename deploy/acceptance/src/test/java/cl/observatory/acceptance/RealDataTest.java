package cl.observatory.acceptance;

import static cl.observatory.acceptance.RealData.check;

import cl.observatory.local.client.ObservatoryClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The police's cases and the projected population, loaded with the definitions of the guide, answer what can be computed
 * from the files without the observatory.
 */
@Tag("real-data")
@EnabledIfEnvironmentVariable(
        named = RealData.VARIABLE,
        matches = ".+",
        disabledReason = "the institutions' files are not part of the project")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDataTest {

    private static final Path GUIDE = Path.of("../../docs/guides/first-load");
    private static final String INDICATOR = "/v1/indicators/DRUG_LAW_RATE";
    private static final String DRUGS = "Delitos asociados a drogas";
    private static final String DRINKING_AND_DRUGS_IN_PUBLIC = "702";

    private final Observatory observatory = Observatory.running();
    private final ObservatoryClient anyone = observatory.anyone();
    private JsonNode cases;

    @BeforeAll
    void load() throws IOException {
        define("cead-cases", "cases");
        define("ine-population", "population");
        observatory.steward().put(INDICATOR, read("drug-law-rate.indicator.json"));
        cases = publish("cead-cases", "cases-by-label", "application/gzip", RealData.cases());
        publish("ine-population", "projections-by-year", "text/csv", RealData.population());
    }

    @Test
    void cellsThatWentThroughAWrongReadingOfTheThousandsDotAreRejected() {
        JsonNode counts = cases.get("counts");
        check(869_400L, counts.get("received").asLong(), "rows received");
        check(17L, counts.get("rejected").asLong(), "rows rejected");
        check(869_383L, counts.get("accepted").asLong(), "rows accepted");

        JsonNode month = anyone.get("/v1/datasets/cead-cases/observations?territory=10101&period=2018-10&dimension="
                + "CRIME_CLASS:" + DRINKING_AND_DRUGS_IN_PUBLIC);
        check(0, month.get("items").size(), "cells of Puerto Montt in 2018-10, whose count is written 1.163");
    }

    @Test
    void ratesAreThoseOfTheReference() {
        rate("13127", 239, 196_856, "121.41", "106.5", "137.82");
        rate("CL", 15_911, 20_086_377, "79.21", "77.99", "80.45");
    }

    private void rate(String territory, long cases, long people, String rate, String lower, String upper) {
        JsonNode measure = anyone.get(INDICATOR + "/series?territory=" + territory + "&period=2024")
                .get("items")
                .get(0);
        check(cases, measure.get("numerator").asLong(), "cases of " + territory);
        check(people, measure.get("denominator").asLong(), "people of " + territory);
        check(rate, measure.get("value").asText(), "rate of " + territory);
        check(lower, measure.get("interval").get("lower").asText(), "lower bound of " + territory);
        check(upper, measure.get("interval").get("upper").asText(), "upper bound of " + territory);
    }

    @Test
    void everyCommunesCasesPeopleAndRateAreThoseOfTheFiles() {
        for (String year : new String[] {"2018", "2024"}) {
            Map<String, Long> counted = RealData.cases(year, DRUGS);
            Map<String, Long> inhabitants = RealData.population(year);
            check(345, counted.size(), "communes of the file");
            JsonNode ranking = anyone.get(INDICATOR + "/ranking?minPopulation=0&limit=1000&period=" + year);
            check(345, ranking.get("items").size(), "communes of the ranking");
            BigDecimal before = null;
            for (JsonNode item : ranking.get("items")) {
                JsonNode measure = item.get("measure");
                String commune = measure.get("territory").get("code").asText();
                long cases = counted.get(commune);
                long people = inhabitants.get(commune);
                check(cases, measure.get("numerator").asLong(), year + " cases of " + commune);
                check(people, measure.get("denominator").asLong(), year + " people of " + commune);
                check(
                        rate(cases, people),
                        measure.get("value").decimalValue().setScale(2),
                        year + " rate of " + commune);
                BigDecimal value = measure.get("value").decimalValue();
                check(true, before == null || before.compareTo(value) >= 0, "order at " + commune);
                before = value;
            }
        }
    }

    private static BigDecimal rate(long cases, long people) {
        return BigDecimal.valueOf(cases * 100_000).divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP);
    }

    private void define(String dataset, String name) throws IOException {
        observatory.loading().define(dataset, read(name + ".dataset.json"), read(name + ".profile.json"));
    }

    private JsonNode publish(String dataset, String profile, String mediaType, Path file) throws IOException {
        JsonNode taken = observatory
                .steward()
                .postFile(
                        "/v1/datasets/" + dataset + "/imports?atomic=row&profile=" + profile,
                        mediaType,
                        BodyPublishers.ofFile(file));
        String id = observatory.loading().approve(taken.get("id").asText());
        observatory.loading().awaitVisible(dataset, id);
        return taken;
    }

    private static String read(String name) throws IOException {
        return Files.readString(GUIDE.resolve(name));
    }
}
