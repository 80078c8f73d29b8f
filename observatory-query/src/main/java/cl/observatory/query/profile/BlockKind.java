package cl.observatory.query.profile;

import cl.observatory.events.reference.DatasetDefined;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of knowledge figures are. Kinds stand side by side: what one says is no more or less of another. */
@Schema(name = "ProfileBlockKind")
enum BlockKind {
    /** What institutions recorded: reported cases, victims, arrests. What was not reported is not in it. */
    RECORDED_CRIME,
    /** What surveys estimate: perception, victimization, living conditions. */
    SURVEY_ESTIMATES,
    /** People, services and money, by registers. */
    SOCIAL_DATA,
    /** What communities report to the observatory. More of it may be more trust, not more crime. */
    COMMUNITY_SIGNALS;

    private static final Set<String> UNITS_OF_CRIME = Set.of("CASES", "VICTIMS", "OFFENCES", "ARRESTS", "REPORTS");
    private static final String CRIME_CLASS = "CRIME_CLASS";

    /** By what the data set says of itself. */
    static BlockKind of(DatasetDefined dataset) {
        if (dataset.officialStatus().equals("COMMUNITY")) {
            return COMMUNITY_SIGNALS;
        }
        if (dataset.hasEstimates()) {
            return SURVEY_ESTIMATES;
        }
        return dataset.kind().equals("COUNT") && isOfCrime(dataset) ? RECORDED_CRIME : SOCIAL_DATA;
    }

    private static boolean isOfCrime(DatasetDefined dataset) {
        return UNITS_OF_CRIME.contains(dataset.unit())
                || dataset.dimensions().stream()
                        .anyMatch(dimension -> dimension.id().equals(CRIME_CLASS));
    }

    /** Whether it is left out as long as there is nothing of it. */
    boolean isOnlyShownWithData() {
        return this == COMMUNITY_SIGNALS;
    }
}
