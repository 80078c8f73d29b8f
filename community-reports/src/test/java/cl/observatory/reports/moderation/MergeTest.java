package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.AtOnce;
import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that tell the same become one. */
@QuarkusTest
@WithTestResource(Servers.class)
class MergeTest {

    @Test
    void duplicateNamesTheOtherAndTheOtherCountsIt() {
        // Given
        UUID other = Desk.file().id();
        UUID duplicate = Desk.fileAs("IN_REVIEW").id();

        // When
        merge(duplicate, other).statusCode(200).body("state", equalTo("MERGED"));

        // Then
        Desk.opened(duplicate).body("notes.mergedInto", equalTo(other.toString()));
        Desk.opened(other).body("notes.duplicates", equalTo(1)).body("report.state", equalTo("SCREENED"));
    }

    @Test
    void whoHasTheOtherOpenSeesThatItHasChanged() {
        // Given
        UUID other = Desk.file().id();
        String seen = Desk.version(other);

        // When
        merge(Desk.fileAs("IN_REVIEW").id(), other).statusCode(200);

        // Then
        isProblem(Desk.decide(Desk.somebody(), other, seen, Desk.decision("IN_REVIEW")), 412, "REPORT_CHANGED");
    }

    @Test
    void anotherCategoryOrCommuneIsNotTheSame() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();
        UUID category = Desk.file(Reporter.report("category", "GUNSHOTS")).id();
        UUID commune = Desk.file(Reporter.report("commune", Places.VALPARAISO)).id();

        // When
        List<ValidatableResponse> answers = List.of(merge(id, category), merge(id, commune));

        // Then
        answers.forEach(answer -> isProblem(answer, 409, "NOT_TO_BE_MERGED"));
        Desk.opened(category).body("notes.duplicates", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MERGED", "REJECTED"})
    void whatDoesNotStandItselfIsNoOther(String state) {
        ValidatableResponse answer =
                merge(Desk.fileAs("IN_REVIEW").id(), Desk.fileAs(state).id());

        isProblem(answer, 409, "NOT_TO_BE_MERGED");
    }

    @Test
    void reportIsNotMergedIntoItselfNorIntoNothing() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();
        Desk.Filed withdrawn = Desk.file();
        Reporter.withdraw(withdrawn.receipt()).statusCode(200);

        // When
        List<ValidatableResponse> answers =
                List.of(merge(id, id), merge(id, UUID.randomUUID()), merge(id, withdrawn.id()));

        // Then
        answers.forEach(answer -> isProblem(answer, 409, "NOT_TO_BE_MERGED"));
    }

    @Test
    void ofTwoThatAreMergedIntoEachOtherOneStays() throws Exception {
        // Given
        UUID one = Desk.fileAs("IN_REVIEW").id();
        UUID two = Desk.fileAs("IN_REVIEW").id();
        List<String> versions = List.of(Desk.version(one), Desk.version(two));

        // When
        List<Integer> answers = AtOnce.run(
                2,
                caller -> merge(caller == 0 ? one : two, versions.get(caller), caller == 0 ? two : one)
                        .extract()
                        .statusCode());

        // Then
        assertEquals(List.of(200, 412), answers.stream().sorted().toList());
    }

    private static ValidatableResponse merge(UUID id, UUID into) {
        return merge(id, Desk.version(id), into);
    }

    private static ValidatableResponse merge(UUID id, String version, UUID into) {
        return Desk.decide(Desk.somebody(), id, version, "{'to': 'MERGED', 'mergedInto': '" + into + "'}");
    }
}
