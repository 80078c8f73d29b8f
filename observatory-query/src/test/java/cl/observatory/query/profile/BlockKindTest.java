package cl.observatory.query.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockKindTest {

    @ParameterizedTest
    @CsvSource({
        "COUNT, CASES, '', OFFICIAL, RECORDED_CRIME",
        "COUNT, VICTIMS, '', DERIVED, RECORDED_CRIME",
        "COUNT, PERSONS, CRIME_CLASS, OFFICIAL, RECORDED_CRIME",
        "COUNT, PERSONS, SEX, OFFICIAL, SOCIAL_DATA",
        "COUNT, CAMERAS, '', OFFICIAL, SOCIAL_DATA",
        "AMOUNT, CLP, '', OFFICIAL, SOCIAL_DATA",
        "INDEX, INDEX, '', OFFICIAL, SOCIAL_DATA",
        "POPULATION, PERSONS, '', OFFICIAL, SOCIAL_DATA",
        "ESTIMATE, PERSONS, '', OFFICIAL, SURVEY_ESTIMATES",
        "ESTIMATE, VICTIMS, '', OFFICIAL, SURVEY_ESTIMATES",
        "COUNT, REPORTS, '', COMMUNITY, COMMUNITY_SIGNALS",
        "ESTIMATE, PERSONS, '', COMMUNITY, COMMUNITY_SIGNALS"
    })
    void kindFollowsFromWhatTheDataSetSaysOfItself(
            String kind, String unit, String dimension, String officialStatus, BlockKind block) {
        List<DatasetDefined.Dimension> dimensions = Stream.of(dimension)
                .filter(id -> !id.isEmpty())
                .map(id -> new DatasetDefined.Dimension(id, "SCHEME"))
                .toList();
        DatasetDefined dataset = new DatasetDefined(
                "d",
                new Labels("Datos", "Data"),
                kind,
                "commune",
                unit,
                0,
                Frequency.A,
                dimensions,
                new DatasetDefined.Source("Nobody", "Made up", "CC0-1.0", null, null),
                officialStatus,
                null,
                true,
                Instant.EPOCH);

        assertEquals(block, BlockKind.of(dataset));
    }
}
