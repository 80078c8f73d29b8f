package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyBindings", description = "Where the scopes hold; what is absent or null binds nothing.")
public record KeyBindings(
        @Schema(description = "Whom the caller works for.", examples = "muni-santiago", nullable = true)
        String organization,

        @Schema(description = "Codes of the territories whose figures the caller may send.", nullable = true)
        List<String> territories,

        @Schema(description = "Ids of the data sets in which the caller may work.", nullable = true)
        List<String> datasets) {

    public static KeyBindings of(Bindings bindings) {
        return new KeyBindings(bindings.organization(), sorted(bindings.territories()), sorted(bindings.datasets()));
    }

    private static List<String> sorted(Collection<String> values) {
        return values == null ? null : values.stream().sorted().toList();
    }
}
