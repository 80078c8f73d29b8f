package cl.observatory.query.revision;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static cl.observatory.query.History.THIRD;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class DiffResourceTest {

    private static final Row SAME = Row.of("13127", "2024-01", "40101", 50);
    private static final Row HUNDRED = Row.of("13101", "2024-01", "40101", 100);
    private static final Row MORE = Row.of("13101", "2024-01", "40101", 110);
    private static final Row MISSING = Row.missing("13203", "2024-02", "40101", "O");
    private static final Row ZERO_NOW = Row.of("13203", "2024-02", "40101", 0);
    private static final Row ZERO = Row.of("01101", "2023-05", "40101", 0);
    private static final Row MISSING_NOW = Row.missing("01101", "2023-05", "40101", "O");
    private static final Row NEW = Row.of("08101", "2024-03", "40101", 7);

    private final History history = History.ofCases();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void mergeTellsWhatItAddedAndChanged() {
        // Given
        ReleasePublished base = history.full(FIRST, List.of(SAME, HUNDRED, MISSING, ZERO));

        // When
        ReleasePublished merge = history.merge(
                base,
                SECOND,
                List.of(MORE, ZERO_NOW, MISSING_NOW, NEW),
                List.of(SAME, MORE, ZERO_NOW, MISSING_NOW, NEW));

        // Then
        diff(base, merge)
                .body("items.territory.code", contains("01101", "08101", "13101", "13203"))
                .body("items.period", contains("2023-05", "2024-03", "2024-01", "2024-02"))
                .body("items.change", contains("CHANGED", "ADDED", "CHANGED", "CHANGED"))
                .body("items[0].before.value", equalTo(0))
                .body("items[0].after.value", nullValue())
                .body("items[0].after.status", equalTo("O"))
                .body("items[1].before", nullValue())
                .body("items[1].after.value", equalTo(7))
                .body("items[2].dimensions.CRIME_CLASS.labels.en", equalTo("Trafficking"))
                .body("items[2].territory.labels.en", equalTo("en 13101"))
                .body("items[2].before.value", equalTo(100))
                .body("items[2].before.status", equalTo("A"))
                .body("items[2].after.value", equalTo(110))
                .body("items.difference", contains(nullValue(), nullValue(), equalTo(10), nullValue()))
                .body("items[2].percent", equalTo(new BigDecimal("10.00")))
                .body("items[3].before.value", nullValue())
                .body("items[3].after.value", equalTo(0))
                .body("page.nextCursor", nullValue());
    }

    @Test
    void revisionCountsTheWholeDiffAndItsYears() {
        // Given
        Row other = Row.of("16101", "2024-04", "40101", 8);
        Row less = Row.of("16101", "2024-04", "40101", 2);
        ReleasePublished base = history.full(FIRST, List.of(SAME, HUNDRED, MISSING, ZERO, other));

        // When
        ReleasePublished next = history.full(SECOND, List.of(SAME, MORE, MISSING, less, NEW));

        // Then
        diff(base, next, Map.of("limit", "1"))
                .body("items", hasSize(1))
                .body("revision.added", equalTo(1))
                .body("revision.changed", equalTo(2))
                .body("revision.removed", equalTo(1))
                .body("revision.unchanged", equalTo(2))
                .body("revision.revised", equalTo(2))
                .body("revision.meanChange", equalTo(new BigDecimal("2.00")))
                .body("revision.meanAbsoluteChange", equalTo(new BigDecimal("8.00")))
                .body("revision.maxAbsoluteChange", equalTo(10))
                .body("revision.meanAbsolutePercent", equalTo(new BigDecimal("42.50")))
                .body("revision.years.year", contains("2023", "2024"))
                .body("revision.years[0].removed", equalTo(1))
                .body("revision.years[0].meanAbsoluteChange", nullValue())
                .body("revision.years[1].changed", equalTo(2))
                .body("revision.years[1].maxAbsoluteChange", equalTo(10))
                .body(
                        "explanation.en",
                        equalTo("Synthetic data: from release 1 of 2025-03-01 to release 2 of 2025-04-01, 1 cells were "
                                + "added, 2 changed and 1 were removed; 2 stayed the same. Where a value became another "
                                + "one (2 cells), it did so by 8 on average, the largest by 10; with their signs, +2 on "
                                + "average. That is 42.5 % of the value before, on average."));
    }

    @Test
    void theOtherWayRoundItIsTheReverse() {
        // Given
        ReleasePublished base = history.full(FIRST, List.of(SAME, HUNDRED));
        ReleasePublished next = history.full(SECOND, List.of(SAME, MORE, NEW));

        // When
        ValidatableResponse back = diff(next, base);

        // Then
        back.body("items.change", contains("REMOVED", "CHANGED"))
                .body("items[0].after", nullValue())
                .body("items[1].difference", equalTo(-10))
                .body("items[1].percent", equalTo(new BigDecimal("-9.09")))
                .body("revision.removed", equalTo(1))
                .body("revision.unchanged", equalTo(1))
                .body("sources.role", contains("BEFORE", "AFTER"))
                .body("sources.release.sequence", contains(2, 1))
                .body("sources.release.status", contains("DEFINITIVE", "SUPERSEDED"))
                .body("sources.release.publishedAt", contains(SECOND.toString(), FIRST.toString()))
                .body("warnings.code", contains("SYNTHETIC_DATA"));
    }

    @Test
    void cellThatChangedAndChangedBackIsTheSame() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, HUNDRED));
        ReleasePublished second = history.full(SECOND, List.of(SAME, MORE));
        ReleasePublished third = history.full(THIRD, List.of(SAME, HUNDRED));

        // When
        ValidatableResponse whole = diff(first, third);

        // Then
        whole.body("items", empty())
                .body("revision.changed", equalTo(0))
                .body("revision.unchanged", equalTo(2))
                .body("revision.meanAbsoluteChange", nullValue())
                .body("revision.years", empty())
                .body(
                        "explanation.en",
                        equalTo("Synthetic data: release 1 of 2025-03-01 and release 3 of 2025-05-01 have the same "
                                + "cells."));
        diff(second, third).body("items.change", contains("CHANGED"));
        diff(first, first).body("items", empty()).body("revision.unchanged", equalTo(2));
    }

    /** What came and went in between is of neither. */
    @Test
    void cellsOfReleasesInBetweenAreNotTold() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME));
        history.full(SECOND, List.of(SAME, NEW, HUNDRED));

        // When
        ReleasePublished third = history.full(THIRD, List.of(SAME, HUNDRED));

        // Then
        diff(first, third).body("items.territory.code", contains("13101")).body("items.change", contains("ADDED"));
    }

    @Test
    void withdrawnReleaseIsComparedUnderABanner() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, HUNDRED));
        ReleasePublished second = history.full(SECOND, List.of(SAME, MORE));
        history.withdraw(second, "ERROR");

        // When
        ReleasePublished third = history.merge(first, THIRD, List.of(NEW), List.of(SAME, HUNDRED, NEW));

        // Then
        diff(first, second).body("items.difference", contains(10)).body("warnings.code", hasItem("WITHDRAWN_RELEASE"));
        diff(second, third).body("items.change", contains("ADDED", "CHANGED"));
        diff(first, third)
                .body("items.change", contains("ADDED"))
                .body("warnings.code", not(hasItem("WITHDRAWN_RELEASE")));
    }

    @Test
    void removedReleaseIsGone() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME));
        ReleasePublished second = history.full(SECOND, List.of(SAME, NEW));
        diff(first, second).body("items", hasSize(1));

        // When
        history.withdraw(second, "DISCLOSURE");

        // Then
        for (List<UUID> pair : List.of(
                List.of(first.releaseId(), second.releaseId()), List.of(second.releaseId(), first.releaseId()))) {
            asked(pair.getFirst(), pair.getLast(), Map.of()).statusCode(410).body("code", equalTo("RELEASE_REMOVED"));
        }
    }

    @Test
    void pagesAreThePartsOfTheWholeList() {
        // Given
        List<Row> before = new ArrayList<>();
        List<Row> after = new ArrayList<>();
        for (String area : List.of("01101", "01107", "08101", "13101", "13127", "13203")) {
            for (int month = 1; month <= 12; month++) {
                for (String code : List.of("40101", "40102")) {
                    String period = "2024-%02d".formatted(month);
                    before.add(Row.of(area, period, code, month));
                    after.add(Row.of(area, period, code, month % 3 == 0 || area.equals("08101") ? month : 2 * month));
                }
            }
        }
        ReleasePublished first = history.full(FIRST, before);
        ReleasePublished second = history.full(SECOND, after);
        List<Object> whole =
                diff(first, second, Map.of("limit", "1000")).extract().path("items");

        // When
        List<Object> together = new ArrayList<>();
        Map<String, String> page = Map.of("limit", "7");
        while (page != null) {
            JsonPath answer = diff(first, second, page).extract().jsonPath();
            together.addAll(answer.getList("items"));
            String cursor = answer.getString("page.nextCursor");
            page = cursor == null ? null : Map.of("limit", "7", "cursor", cursor);
        }

        // Then
        assertEquals(80, whole.size());
        assertEquals(whole, together);
    }

    @Test
    void cursorBelongsToItsPair() {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, HUNDRED));
        ReleasePublished second = history.full(SECOND, List.of(MORE, NEW));
        String cursor = diff(first, second, Map.of("limit", "1")).extract().path("page.nextCursor");

        // When
        ValidatableResponse other = asked(second.releaseId(), first.releaseId(), Map.of("cursor", cursor));

        // Then
        other.statusCode(400)
                .body("errors.parameter", contains("cursor"))
                .body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7\n2024-01-01", "-1\n2024-01-01", "0\n2024-13-01", "0", "99999999999\n2024-01-01"})
    void cursorThatWasWrittenByHandIsRefused(String place) {
        // Given
        ReleasePublished first = history.full(FIRST, List.of(SAME, HUNDRED));
        ReleasePublished second = history.full(SECOND, List.of(MORE, NEW));
        String cursor = diff(first, second, Map.of("limit", "1")).extract().path("page.nextCursor");
        String question = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2)[0];

        // When
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((question + "\n" + place).getBytes(StandardCharsets.UTF_8));

        // Then
        asked(first.releaseId(), second.releaseId(), Map.of("cursor", forged))
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,1001", "limit,many", "cursor,bm90LW91cnM"})
    void malformedValueIsNamed(String parameter, String value) {
        ReleasePublished only = history.full(FIRST, List.of(SAME));

        asked(only.releaseId(), only.releaseId(), Map.of(parameter, value))
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void releasesOfTwoDataSetsAreNotCompared() {
        // Given
        ReleasePublished one = history.full(FIRST, List.of(SAME));
        try (History elsewhere = History.ofCases()) {
            ReleasePublished other = elsewhere.full(FIRST, List.of(SAME));

            // When
            ValidatableResponse answer = asked(one.releaseId(), other.releaseId(), Map.of());

            // Then
            answer.statusCode(400)
                    .body("errors.parameter", contains("other"))
                    .body("errors.code", contains("ANOTHER_DATASET"));
        }
    }

    @Test
    void unknownReleaseIsNotFound() {
        ReleasePublished only = history.full(FIRST, List.of(SAME));

        asked(only.releaseId(), UUID.randomUUID(), Map.of()).statusCode(404).body("code", equalTo("UNKNOWN_RELEASE"));
        asked(UUID.randomUUID(), only.releaseId(), Map.of()).statusCode(404).body("code", equalTo("UNKNOWN_RELEASE"));
    }

    private static ValidatableResponse diff(ReleasePublished before, ReleasePublished after) {
        return diff(before, after, Map.of());
    }

    private static ValidatableResponse diff(
            ReleasePublished before, ReleasePublished after, Map<String, String> parameters) {
        return asked(before.releaseId(), after.releaseId(), parameters).statusCode(200);
    }

    private static ValidatableResponse asked(UUID before, UUID after, Map<String, String> parameters) {
        return Caller.reader()
                .header("Accept-Language", "en")
                .queryParams(parameters)
                .get("/v1/releases/{id}/diff/{other}", before.toString(), after.toString())
                .then();
    }
}
