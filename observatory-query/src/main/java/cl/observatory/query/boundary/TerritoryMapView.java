package cl.observatory.query.boundary;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TerritoryMap", description = "Territories with their shapes, as GeoJSON, in geographic order.")
record TerritoryMapView(
        FeatureCollectionType type,

        @Schema(description = "Of all shapes; absent when there are none.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Box bbox,

        TerritoryLevel level,
        String within,
        Zoom zoom,

        @Schema(description = "Where the shapes come from; absent when there are none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BoundarySource boundarySource,

        List<Warning> warnings,
        List<FeatureView<Properties>> features) {

    @Schema(name = "TerritoryMapProperties")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            TerritoryLevel level,

            @Schema(description = "Code of the territory that holds it; absent for the country.")
            String parent,

            Labels labels,

            @Schema(description = "ISO 3166-2, for regions.")
            String iso) {

        private static Properties of(Territory territory) {
            return new Properties(territory.level(), territory.parent(), territory.labels(), territory.iso());
        }
    }

    static TerritoryMapView of(
            TerritoryMapQuestion question, List<Territory> territories, Drawing drawing, List<Warning> warnings) {
        return new TerritoryMapView(
                FeatureCollectionType.FeatureCollection,
                drawing.box(),
                question.level(),
                question.within(),
                question.zoom(),
                drawing.source(),
                warnings,
                territories.stream()
                        .map(territory -> FeatureView.of(territory.code(), drawing, Properties.of(territory)))
                        .toList());
    }
}
