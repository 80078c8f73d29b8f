package cl.observatory.query.territory;

import cl.observatory.events.Labels;
import cl.observatory.query.territory.Territories.Territory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Territory", description = "A territory of Chile by its code (CUT).")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TerritoryView(
        String code,
        TerritoryLevel level,

        @Schema(description = "Code of the territory that holds it; absent for the country.")
        String parent,

        Labels labels,

        @Schema(description = "Place in the geographic order, north to south.")
        int position,

        @Schema(description = "ISO 3166-2, for regions.") String iso,

        @Schema(description = "First day; absent when older than the data.")
        LocalDate validFrom,

        @Schema(description = "First day on which it no longer holds; absent when it does.")
        LocalDate validTo) {

    static TerritoryView of(Territory territory) {
        return new TerritoryView(
                territory.code(),
                territory.level(),
                territory.parent(),
                territory.labels(),
                territory.position(),
                territory.iso(),
                territory.validFrom(),
                territory.validTo());
    }
}
