package cl.observatory.ingest.alias;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Names that publishers write for codes.")
public record NewAliasTable(
        @Schema(description = "Name of the table; sending it again makes a new version.", examples = "territory-names")
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*")
        @Size(min = 3, max = 60)
        String name,

        @Schema(
                description = "TERRITORY, or the classification whose codes are named.",
                examples = {"TERRITORY", "CEAD-2024"})
        @NotBlank
        @Size(max = 60)
        String scheme,

        @Schema(
                description = "Whether the official names of the scheme are names, too, as they are written there.",
                defaultValue = "false")
        Boolean officialNames,

        @Schema(description = "Code by name. A name is matched exactly, but for the space around it.")
        @NotNull
        @Size(max = 100_000)
        Map<@NotBlank @Size(max = 500) String, @NotBlank @Size(max = 100) String> entries) {

    /** Stands for the territories, which are no classification. */
    public static final String TERRITORY = "TERRITORY";

    public boolean hasOfficialNames() {
        return Boolean.TRUE.equals(officialNames);
    }
}
