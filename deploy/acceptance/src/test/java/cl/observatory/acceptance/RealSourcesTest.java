package cl.observatory.acceptance;

import static cl.observatory.acceptance.RealData.check;

import cl.observatory.local.client.ObservatoryClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The institutions' own files of every format are read by the profiles of the guide, and by nothing else. */
@Tag("real-data")
@EnabledIfEnvironmentVariable(
        named = RealData.VARIABLE,
        matches = ".+",
        disabledReason = "the institutions' files are not part of the project")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSourcesTest {

    private static final Path GUIDE = Path.of("../../docs/guides/sources");

    private final Observatory observatory = Observatory.running();
    private final ObservatoryClient anyone = observatory.anyone();

    @BeforeAll
    void nameTheTerritories() throws IOException {
        observatory.steward().post("/v1/alias-tables", read("territory-names.aliases.json"));
    }

    /** Rows that the profile leaves out are not among those received; each value of a wide table is one. */
    @ParameterizedTest
    @CsvSource({
        "cead-cases-by-region, atacama-workbook, cead/reportesEstadisticos-porDelito_Atacama.xlsx, 780, 0, 12",
        "homicides-cead, compiled-by-month, homicides/cead_Compilado_Total.xlsx, 1409, 1, 88",
        "homicides-prosecutor, compiled-by-month, homicides/fiscalia_Compilado_Total.xlsx, 1407, 0, 62",
        "homicides-national-report, compiled-by-month, homicides/nacional_Compilado_Total.xlsx, 1344, 0, 0",
        "homicides-police, compiled-by-month, homicides/policia_Compilado_Total.xlsx, 512, 96, 0",
        "homicides-stop, compiled-by-month, homicides/stop.xlsx, 509, 0, 0",
        "enusc-households-shootings, communes-by-name, survey/hog-com_si_presencia_balaceras.csv, 136, 0, 0",
        "enusc-persons-shootings, communes-by-name, survey/pers-com_si_presencia_balaceras.csv, 136, 0, 0",
        "enusc-persons-gangs, communes-by-name, survey/pers-com_si_presencia_pandillas.csv, 136, 0, 0",
        "enusc-violent-crime-sae, json-records, survey/enusc_2024_sae_vhdv_136comunas.json, 136, 0, 0",
        "surveillance-cameras, xml-spreadsheet, municipal/raw_20240615153724_camaras_vigilancia.xls, 2070, 0, 0",
        "municipal-guards, xml-spreadsheet, municipal/raw_20240615153745_guardias_inspectores.xls, 2070, 0, 0",
        "multidimensional-poverty, small-area-workbook, poverty/pobreza_comunal.xlsx, 345, 0, 4",
        "census-population, json-records, census/censo_comunal.json, 346, 0, 0",
        "listed-communes, list-csv, territory/cut_comuna.csv, 346, 0, 0",
        "listed-communes, list-workbook, territory/CUT_2018_v04.xls, 346, 0, 0",
        "drawn-communes, geojson, boundaries/communes-simplified.geojson, 345, 0, 0"
    })
    void fileIsReadByItsProfile(String dataset, String profile, String file, long received, long rejected, long leftOut)
            throws IOException {
        // Given
        define(dataset, profile);

        // When
        JsonNode summary = observatory
                .steward()
                .postFile(
                        "/v1/datasets/" + dataset + "/imports?mode=validate&atomic=row&profile=" + profile,
                        "application/octet-stream",
                        BodyPublishers.ofFile(RealData.file(file)));

        // Then
        JsonNode counts = summary.get("counts");
        check("VALIDATED", summary.get("state").asText(), file);
        check(received, counts.get("received").asLong(), file + ": rows received");
        check(rejected, counts.get("rejected").asLong(), file + ": rows rejected");
        check(leftOut, counts.get("leftOut").asLong(), file + ": rows left out");
    }

    @Test
    void portalsOwnTableIsReadAtEveryLevelOfItsTree() throws IOException {
        // Given
        observatory
                .loading()
                .define(
                        "cead-cases",
                        Files.readString(GUIDE.resolveSibling("first-load/cases.dataset.json")),
                        read("cead-cases.portal-table.profile.json"));

        // When
        JsonNode summary = observatory
                .steward()
                .postFile(
                        "/v1/datasets/cead-cases/imports?mode=validate&update=merge&profile=portal-table",
                        "application/gzip",
                        BodyPublishers.ofFile(RealData.file("cead/cead-table-2025.csv.gz")));

        // Then
        check("VALIDATED", summary.get("state").asText(), "the portal's table");
        check(269_100L, summary.get("counts").get("accepted").asLong(), "cells of the portal's table");
    }

    @Test
    void victimsThatAreRowsAddUpToThePublishersYears() throws IOException {
        // Given
        define("homicide-victims", "victims-as-rows");

        // When
        JsonNode taken = observatory
                .steward()
                .postFile(
                        "/v1/datasets/homicide-victims/imports?profile=victims-as-rows",
                        "application/octet-stream",
                        BodyPublishers.ofFile(RealData.file("homicides/BASE-VHC-2018-2024-OFICIAL.xlsx")));
        String id = observatory.loading().approve(taken.get("id").asText());
        observatory.loading().awaitVisible("homicide-victims", id);

        // Then
        check(7_576L, taken.get("counts").get("accepted").asLong(), "victims");
        List<Integer> victims = List.of(845, 924, 1115, 906, 1330, 1249, 1207);
        for (int year = 2018; year <= 2024; year++) {
            JsonNode sum = anyone.get("/v1/datasets/homicide-victims/observations?territory=CL&period=" + year);
            check(victims.get(year - 2018), sum.get("items").get(0).get("value").asInt(), "victims of " + year);
        }
    }

    private void define(String dataset, String profile) throws IOException {
        try (var files = Files.list(GUIDE)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                if (name.startsWith(dataset + ".")
                        && name.endsWith(".profile.json")
                        && text.contains("\"name\": \"" + profile + "\"")) {
                    observatory.loading().define(dataset, read(dataset + ".dataset.json"), text);
                }
            }
        }
    }

    private static String read(String name) throws IOException {
        return Files.readString(GUIDE.resolve(name));
    }
}
