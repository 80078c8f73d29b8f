package cl.observatory.query.territory;

import cl.observatory.events.Labels;
import cl.observatory.query.territory.Territories.Succession;
import cl.observatory.query.territory.Territories.Territory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
        LocalDate validTo,

        @Schema(description = "Territories that its people came from; absent when there are none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SuccessionView> predecessors,

        @Schema(description = "Territories that its people went to; absent when there are none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SuccessionView> successors) {

    @Schema(name = "TerritorySuccession", description = "People passed from one territory to another.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuccessionView(
            @Schema(description = "The other territory.") String code,
            LocalDate effectiveOn,

            @Schema(description = "Share of the predecessor's people; absent when unknown.")
            BigDecimal weight,

            @Schema(description = "What it rests on.") String basis,

            @Schema(description = "When it was last checked against its source; absent when never.")
            LocalDate verifiedAt) {

        static SuccessionView of(String code, Succession succession) {
            return new SuccessionView(
                    code, succession.effectiveOn(), succession.weight(), succession.basis(), succession.verifiedAt());
        }
    }

    /**
     * @param successions that the territory has a part in
     */
    static TerritoryView of(Territory territory, List<Succession> successions) {
        return new TerritoryView(
                territory.code(),
                territory.level(),
                territory.parent(),
                territory.labels(),
                territory.position(),
                territory.iso(),
                territory.validFrom(),
                territory.validTo(),
                successions.stream()
                        .filter(succession -> succession.to().equals(territory.code()))
                        .map(succession -> SuccessionView.of(succession.from(), succession))
                        .toList(),
                successions.stream()
                        .filter(succession -> succession.from().equals(territory.code()))
                        .map(succession -> SuccessionView.of(succession.to(), succession))
                        .toList());
    }
}
