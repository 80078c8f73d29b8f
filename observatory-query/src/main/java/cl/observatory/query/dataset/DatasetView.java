package cl.observatory.query.dataset;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Dataset", description = "A cube: territory × period × its own coded dimensions → one measure.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatasetView(
        String id,
        Labels title,

        @Schema(description = "What its values are: COUNT, POPULATION, ESTIMATE, INDEX or AMOUNT.", examples = "COUNT")
        String kind,

        @Schema(description = "Level of the territories that its rows speak of.")
        String level,

        @Schema(description = "SDMX UNIT_MEASURE code.") String unit,
        int decimals,
        @Schema(description = "SDMX FREQ.") Frequency frequency,
        List<DimensionView> dimensions,
        PublisherView source,

        @Schema(description = "OFFICIAL, DERIVED or COMMUNITY.")
        String officialStatus,

        @Schema(description = "For a population: the projection it comes from.")
        String populationBase,

        @Schema(description = "Whether the figures were generated and describe nobody.")
        boolean synthetic,

        Instant definedAt,

        @Schema(
                description =
                        "SUM when its values may be added up over territories, periods and codes; NONE when never.")
        String aggregation,

        @Schema(description = "What an estimate estimates: PROPORTION, PERCENT or MEAN; absent for every other kind.")
        String statistic,

        @Schema(
                description =
                        "SOURCE_PUBLIC: every cell is served, as its publisher does. RESTRICTED: small counts are hidden "
                                + "and have status Q, with companions that would give them away.")
        String disclosure) {

    @Schema(name = "DatasetDimension")
    record DimensionView(
            String id,

            @Schema(description = "Classification whose codes it takes.")
            String scheme) {}

    @Schema(name = "DatasetSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublisherView(String publisher, String title, String licence, String url, String methodology) {}

    static DatasetView of(DatasetDefined dataset) {
        DatasetDefined.Source source = dataset.source();
        return new DatasetView(
                dataset.id(),
                dataset.title(),
                dataset.kind(),
                dataset.level(),
                dataset.unit(),
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions().stream()
                        .map(dimension -> new DimensionView(dimension.id(), dimension.scheme()))
                        .toList(),
                new PublisherView(
                        source.publisher(), source.title(), source.licence(), source.url(), source.methodology()),
                dataset.officialStatus(),
                dataset.populationBase(),
                dataset.synthetic(),
                dataset.definedAt(),
                dataset.aggregation(),
                dataset.statistic(),
                dataset.disclosure());
    }
}
