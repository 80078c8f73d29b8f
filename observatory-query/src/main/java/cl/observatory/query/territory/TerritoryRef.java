package cl.observatory.query.territory;

import cl.observatory.events.Labels;
import cl.observatory.query.territory.Territories.Territory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TerritoryReference", description = "A territory by its code (CUT), with its names.")
public record TerritoryRef(String code, TerritoryLevel level, Labels labels) {

    public static TerritoryRef of(Territory territory) {
        return new TerritoryRef(territory.code(), territory.level(), territory.labels());
    }
}
