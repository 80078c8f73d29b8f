package cl.observatory.gateway.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewPartner", description = "A partner that is to be.")
public record NewPartner(
        @Schema(
                description = "By which it is known from now on, also to those who read who sent what.",
                examples = "muni-santiago")
        @NotNull
        @Size(min = 2, max = 60)
        @Pattern(regexp = ID)
        String id,

        @Schema(examples = "Ilustre Municipalidad de Santiago") @NotBlank @Size(max = 200)
        String name,

        @Schema(
                description = "Where its keys' affairs are answered; an office rather than a person.",
                examples = "datos@municipality.example")
        @NotBlank
        @Size(max = 320)
        String contact) {

    static final String ID = "(?!anonymous$)[a-z0-9]+(-[a-z0-9]+)*";
}
