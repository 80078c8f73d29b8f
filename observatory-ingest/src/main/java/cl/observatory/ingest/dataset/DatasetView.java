package cl.observatory.ingest.dataset;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.disclosure.Disclosure;
import cl.observatory.ingest.disclosure.TablePlan;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DefinedDataset", description = "A data set as it was defined.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatasetView(
        String id,
        Labels title,
        NewDataset.Kind kind,
        NewDataset.Level level,
        String unit,
        int decimals,
        Frequency frequency,
        List<NewDataset.Dimension> dimensions,
        NewDataset.Source source,
        NewDataset.OfficialStatus officialStatus,
        String populationBase,
        boolean synthetic,
        Instant definedAt,

        @Schema(description = "Whether values may be added up.")
        NewDataset.Aggregation aggregation,

        @Schema(description = "What an estimate estimates; absent for every other kind.")
        NewDataset.Statistic statistic,

        @Schema(description = "How it is kept from telling too much.")
        Disclosure disclosure,

        @Schema(description = "The tables that are served, for a restricted data set alone.")
        TablePlan plan) {

    static DatasetView of(DatasetDefined dataset, TablePlan plan) {
        DatasetDefined.Source source = dataset.source();
        return new DatasetView(
                dataset.id(),
                dataset.title(),
                NewDataset.Kind.valueOf(dataset.kind()),
                NewDataset.Level.valueOf(dataset.level()),
                dataset.unit(),
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions().stream()
                        .map(dimension -> new NewDataset.Dimension(dimension.id(), dimension.scheme()))
                        .toList(),
                new NewDataset.Source(
                        source.publisher(), source.title(), source.licence(), source.url(), source.methodology()),
                NewDataset.OfficialStatus.valueOf(dataset.officialStatus()),
                dataset.populationBase(),
                dataset.synthetic(),
                dataset.definedAt(),
                NewDataset.Aggregation.valueOf(dataset.aggregation()),
                dataset.statistic() == null ? null : NewDataset.Statistic.valueOf(dataset.statistic()),
                plan == null ? Disclosure.SOURCE_PUBLIC : Disclosure.RESTRICTED,
                plan);
    }
}
