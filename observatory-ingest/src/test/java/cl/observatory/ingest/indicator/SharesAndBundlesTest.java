package cl.observatory.ingest.indicator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators that divide like by like, and those that name bundles in place of codes. */
@QuarkusTest
@WithTestResource(Servers.class)
class SharesAndBundlesTest {

    private static final String MEMBERS_OF_PROXY = "20102 40101 40102 40103 40104 50101 50102 50103 60201 60501";

    private String cases;
    private String code;

    @BeforeEach
    void defineDataset() {
        cases = dataset("");
        code = Definitions.newId().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Test
    void shareOfItsOwnDataSetIsPartOfAWhole() {
        // When
        ValidatableResponse answer = put(share("{\"CRIME_CLASS\": [\"40101\", \"501\"]}", cases, "[\"4\", \"5\"]"));

        // Then
        answer.statusCode(200)
                .body("type", equalTo("SHARE"))
                .body("per", equalTo(100))
                .body("unit", equalTo("PT"))
                .body("partOfWhole", equalTo(true))
                .body("denominator.filters.CRIME_CLASS", contains("4", "5"));
        assertEquals(true, told().partOfWhole());
        assertEquals(100, told().per());
    }

    @Test
    void whatIsNotCountedInTheDenominatorIsNoPartOfIt() {
        // Given
        String others = dataset("");

        // When
        ValidatableResponse partly = put(share("{\"CRIME_CLASS\": [\"40101\", \"50201\"]}", cases, "[\"4\", \"501\"]"));
        code = code + "_2";
        ValidatableResponse ofOthers = put(share("{\"CRIME_CLASS\": [\"40101\"]}", others, "[\"4\"]"));

        // Then
        partly.statusCode(200).body("partOfWhole", equalTo(false));
        ofOthers.statusCode(200).body("partOfWhole", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"unit\": \"PT\"', '\"unit\": \"PT\", \"per\": 1000', SHARE_OF_HUNDRED, /per",
        "'\"unit\": \"PT\"', '\"unit\": \"R100K\"', SHARE_IN_PERCENT, /unit",
        "'\"SHARE\"', '\"COUNT\"', COUNT_WITH_POPULATION, /denominator",
        "'\"SHARE\"', '\"RATE\"', NOT_A_POPULATION, /denominator/dataset",
        "'\"4\"', '\"49\"', CODE_UNKNOWN, /denominator/filters/CRIME_CLASS/0"
    })
    void shareThatCannotBeUsedIsRefused(String field, String instead, String fault, String pointer) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer =
                put(share("{\"CRIME_CLASS\": [\"40101\"]}", cases, "[\"4\"]").replace(field, instead));

        // Then
        answer.statusCode(400).body("errors.code", hasItem(fault)).body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void shareSaysWhatItIsAShareOf() {
        String share = share("{\"CRIME_CLASS\": [\"40101\"]}", cases, "[\"4\"]");

        put(share.replaceFirst("\"denominator\": .*", ""))
                .statusCode(400)
                .body("errors.code", contains("SHARE_WITHOUT_WHOLE"))
                .body("errors.pointer", contains("/denominator"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"aggregation\": \"NONE\", \"kind\": \"COUNT\"', SHARE_OF_NO_SUMS",
        "'\"kind\": \"AMOUNT\"', SHARE_OF_UNLIKE",
        "'\"kind\": \"COUNT\", \"level\": \"region\"', OTHER_LEVEL",
        "'\"kind\": \"COUNT\", \"frequency\": \"Q\"', OTHER_FREQUENCY"
    })
    void shareDividesLikeByLike(String whole, String fault) {
        // Given
        String other = dataset(whole);

        // When
        ValidatableResponse answer = put(share("{\"CRIME_CLASS\": [\"40101\"]}", other, "[\"4\"]"));

        // Then
        answer.statusCode(400)
                .body("errors.code", contains(fault))
                .body("errors.pointer", contains("/denominator/dataset"));
    }

    @Test
    void amountsOfOneUnitAreDivided() {
        // Given
        cases = dataset("\"kind\": \"AMOUNT\", \"unit\": \"CLP\"");
        String same = dataset("\"kind\": \"AMOUNT\", \"unit\": \"CLP\"");
        String other = dataset("\"kind\": \"AMOUNT\", \"unit\": \"UF\"");

        // Then
        put(share("{\"CRIME_CLASS\": [\"40101\"]}", other, "[\"4\"]"))
                .statusCode(400)
                .body("errors.code", contains("SHARE_OF_UNLIKE"));
        put(share("{\"CRIME_CLASS\": [\"40101\"]}", same, "[\"4\"]")).statusCode(200);
    }

    @Test
    void bundleBecomesItsCodesAndKeepsItsName() {
        // When
        ValidatableResponse answer = put(bundled("{}", "[\"OC_PROXY\"]", true));

        // Then
        answer.statusCode(200)
                .body("numerator.filters.CRIME_CLASS", equalTo(List.of(MEMBERS_OF_PROXY.split(" "))))
                .body("numerator.bundles[0].dimension", equalTo("CRIME_CLASS"))
                .body("numerator.bundles[0].code", equalTo("OC_PROXY"))
                .body("numerator.bundles[0].labels.en", containsString("organized crime"))
                .body("numerator.bundles[0].proxy", equalTo(true))
                .body("numerator.bundles[0].note", containsString("not a measurement"));
        assertEquals(
                List.of(MEMBERS_OF_PROXY.split(" ")),
                told().numerator().bundles().getFirst().members());
        assertEquals(
                List.of(MEMBERS_OF_PROXY.split(" ")),
                told().numerator().filters().get("CRIME_CLASS"));
    }

    @Test
    void codesThatAreNamedOneByOneAreNoBundle() {
        put(bundled("{\"CRIME_CLASS\": [\"40101\"]}", null, false))
                .statusCode(200)
                .body("numerator", not(hasKey("bundles")));
    }

    @Test
    void sameBundleAgainChangesNothing() {
        // Given
        put(bundled("{}", "[\"DRUG_LAW\"]", false)).statusCode(200).body("version", equalTo(1));
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse again = put(bundled("{}", "[\"DRUG_LAW\"]", false));

        // Then
        again.statusCode(200).body("version", equalTo(1));
        assertEquals(before, Store.contents());
        put(bundled("{\"CRIME_CLASS\": [\"40101\", \"40102\", \"40103\", \"40104\"]}", null, false))
                .statusCode(428);
    }

    /** Some files tell groups only: the same cases under fewer codes. */
    @Test
    void groupStandsInPlaceOfAllPartsOfABundle() {
        put(bundled("{\"CRIME_CLASS\": [\"20102\", \"4\", \"501\", \"60201\", \"605\"]}", "[\"OC_PROXY\"]", true))
                .statusCode(200)
                .body("numerator.filters.CRIME_CLASS", contains("20102", "4", "501", "60201", "605"))
                .body("numerator.bundles.code", contains("OC_PROXY"));
    }

    @ParameterizedTest
    @CsvSource({"'\"4\", \"50101\"'", "'\"40101\", \"40102\", \"40103\"'", "'\"5\"'"})
    void codesThatHoldMoreOrLessThanTheBundleAreRefused(String codes) {
        put(bundled("{\"CRIME_CLASS\": [%s]}".formatted(codes), "[\"DRUG_LAW\"]", false))
                .statusCode(400)
                .body("errors.code", contains("CODES_OF_ANOTHER_BUNDLE"))
                .body("errors.pointer", contains("/numerator/filters/CRIME_CLASS"));
    }

    @Test
    void bundleThatThereIsNotIsNamedWithThoseThatThereAre() {
        put(bundled("{}", "[\"GANGS\"]", false))
                .statusCode(400)
                .body("errors.code", hasItem("BUNDLE_UNKNOWN"))
                .body("errors.pointer", hasItem("/numerator/bundles/CRIME_CLASS/0"))
                .body("errors.find { it.code == 'BUNDLE_UNKNOWN' }.hint", containsString("DRUG_LAW"));
    }

    @Test
    void bundlesThatShareCasesAreNotAddedUp() {
        put(bundled("{}", "[\"OC_PROXY\", \"DRUG_LAW\"]", true))
                .statusCode(400)
                .body("errors.code", hasItem("CODE_TWICE"))
                .body("errors.pointer", hasItem("/numerator/bundles/CRIME_CLASS"));
    }

    @Test
    void bundlesOfADimensionThatThereIsNotAreRefused() {
        put(bundled("{\"CRIME_CLASS\": [\"40101\"]}", "[\"DRUG_LAW\"]", false)
                        .replace("{\"CRIME_CLASS\": [\"DRUG", "{\"SEX\": [\"DRUG"))
                .statusCode(400)
                .body("errors.code", contains("DIMENSION_UNKNOWN"))
                .body("errors.pointer", contains("/numerator/bundles/SEX"));
    }

    @Test
    void indicatorOverAProxyIsAProxyWhateverItSays() {
        // When
        ValidatableResponse counted = put(bundled("{}", "[\"OC_PROXY\"]", false));
        ValidatableResponse divided = put(share("{\"CRIME_CLASS\": [\"40101\"]}", cases, null));

        // Then
        counted.statusCode(400)
                .body("errors.code", contains("BUNDLE_IS_PROXY"))
                .body("errors.pointer", contains("/proxy"))
                .body("errors[0].message", containsString("OC_PROXY"));
        divided.statusCode(400).body("errors.code", contains("BUNDLE_IS_PROXY"));
    }

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/guides/sources"))) {
            return files.filter(file -> file.toString().endsWith(".indicator.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void definitionOfTheGuideIsTaken(Path file) throws IOException {
        // Given
        String people = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.population(people)).statusCode(201);

        // When
        ValidatableResponse answer =
                put(Files.readString(file).replace("cead-cases", cases).replace("ine-population", people));

        // Then
        answer.statusCode(200);
    }

    private IndicatorDefined told() {
        List<Event> events = Store.outbox(code);
        assertEquals(1, events.size());
        return events.getFirst().data(IndicatorDefined.class);
    }

    /**
     * A data set like that of the cases.
     *
     * @param differs members that take the place of its own
     */
    private static String dataset(String differs) {
        String id = Definitions.newId();
        String definition = Definitions.cases(id);
        for (String member : differs.isEmpty() ? new String[0] : differs.split(", ")) {
            String name = member.substring(0, member.indexOf(':'));
            definition = definition.contains(name)
                    ? definition.replaceFirst(name + ": \"[^\"]*\"", member)
                    : definition.replaceFirst("\\{", "{" + member + ", ");
        }
        Cases.post("/v1/datasets", definition).statusCode(201);
        return id;
    }

    /**
     * @param whole codes of the denominator, null for the bundle that is a proxy
     */
    private String share(String filters, String wholeDataset, String whole) {
        return """
                {"labels": {"es": "Proporción", "en": "Share"}, "description": {"es": "Qué es", "en": "What it is"},
                 "type": "SHARE", "numerator": {"dataset": "%s", "filters": %s},
                 "denominator": {"dataset": "%s", "filters": {%s}},
                 "unit": "PT", "direction": "AMBIGUOUS", "proxy": false}
                """.formatted(
                cases,
                filters,
                wholeDataset,
                whole == null ? "}, \"bundles\": {\"CRIME_CLASS\": [\"OC_PROXY\"]" : "\"CRIME_CLASS\": " + whole);
    }

    private String bundled(String filters, String bundles, boolean proxy) {
        return """
                {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Qué es", "en": "What it is"},
                 "type": "COUNT", "numerator": {"dataset": "%s", "filters": %s%s},
                 "unit": "CASES", "direction": "AMBIGUOUS", "proxy": %s}
                """.formatted(
                cases, filters, bundles == null ? "" : ", \"bundles\": {\"CRIME_CLASS\": " + bundles + "}", proxy);
    }

    private ValidatableResponse put(String body) {
        return Caller.steward()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/indicators/{code}", code)
                .then();
    }
}
