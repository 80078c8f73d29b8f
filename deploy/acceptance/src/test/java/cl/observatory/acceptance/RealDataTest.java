package cl.observatory.acceptance;

import static cl.observatory.acceptance.RealData.check;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final Path INDICATORS = Path.of("../../docs/guides/sources");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ENDING = ".indicator.json";
    private static final String INDICATOR = "/v1/indicators/DRUG_LAW_RATE";
    private static final String DRUGS = "Delitos asociados a drogas";
    private static final String VIOLENT = "Robo violento de vehículo motorizado";
    private static final String VEHICLES = "Robo de vehículo motorizado";
    private static final Set<String> PROXY =
            Set.of(DRUGS, VIOLENT, VEHICLES, "Crímenes y simples delitos ley de armas", "Receptación");
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
            Map<String, Long> counted = RealData.cases(year, Set.of(DRUGS));
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

    /** They are defined when all figures are there already, and answer from these. */
    @Test
    void indicatorsOfTheGuideAnswerAsSoonAsTheyAreDefined() throws IOException {
        try (Stream<Path> files = Files.list(INDICATORS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String code = code(file);
                observatory.steward().put("/v1/indicators/" + code, Files.readString(file));
                JsonNode series = await("/v1/indicators/" + code + "/series?territory=CL&period=2024");
                check(false, series.get("items").get(0).get("value").isNull(), "value of " + code);
            }
        }
    }

    private static String code(Path file) {
        return file.getFileName()
                .toString()
                .replace(ENDING, "")
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }

    @Test
    void proxyIsSaidToBeOneAndAddsUpWhatTheFileTellsUnderGroups() throws IOException {
        JsonNode ranking = ranking("cead-organized-crime-proxy-rate");

        Map<String, Long> counted = RealData.cases("2024", PROXY);
        check(345, ranking.get("items").size(), "communes of the proxy");
        for (JsonNode item : ranking.get("items")) {
            JsonNode measure = item.get("measure");
            String commune = measure.get("territory").get("code").asText();
            check(counted.get(commune), measure.get("numerator").asLong(), "proxy of " + commune);
        }
        check(true, ranking.get("warnings").toString().contains("PROXY_INDICATOR"), "word that it is a proxy");
    }

    @Test
    void everyCommunesShareIsThatOfTheFile() throws IOException {
        JsonNode ranking = ranking("cead-violent-vehicle-robbery-share");

        Map<String, Long> violent = RealData.cases("2024", Set.of(VIOLENT));
        Map<String, Long> all = RealData.cases("2024", Set.of(VIOLENT, VEHICLES));
        long communes = all.values().stream().filter(number -> number > 0).count();
        check(communes, (long) ranking.get("items").size(), "communes of the share");
        for (JsonNode item : ranking.get("items")) {
            JsonNode measure = item.get("measure");
            String commune = measure.get("territory").get("code").asText();
            check(violent.get(commune), measure.get("numerator").asLong(), "violent in " + commune);
            check(all.get(commune), measure.get("denominator").asLong(), "all in " + commune);
            check(
                    BigDecimal.valueOf(100 * violent.get(commune))
                            .divide(BigDecimal.valueOf(all.get(commune)), 2, RoundingMode.HALF_UP),
                    measure.get("value").decimalValue().setScale(2),
                    "share of " + commune);
        }
    }

    private JsonNode ranking(String name) throws IOException {
        Path file = INDICATORS.resolve(name + ENDING);
        observatory.steward().put("/v1/indicators/" + code(file), Files.readString(file));
        return await("/v1/indicators/" + code(file) + "/ranking?minPopulation=0&limit=1000&period=2024");
    }

    /** What is defined reaches the readers' side a little later. */
    private JsonNode await(String question) {
        check(true, Waiting.until(PATIENCE, () -> anyone.exists(question)), question);
        return anyone.get(question);
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
