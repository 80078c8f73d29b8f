package cl.observatory.query.series;

import cl.observatory.query.answer.Warning;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SeveralSeries",
        description =
                "Several indicators over time, each with its own periods, sources, warnings and explanation. Nothing is "
                        + "computed over them: no sum, no mean, no score.")
record SeveralSeriesView(
        @Schema(description = "In the order in which the indicators were named.")
        List<SeriesView> items,

        @Schema(description = "Of the question as a whole: indicators that do not exist.")
        List<Warning> warnings) {}
