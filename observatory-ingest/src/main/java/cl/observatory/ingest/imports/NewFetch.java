package cl.observatory.ingest.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A file to be taken from its publisher's address.")
record NewFetch(
        @Schema(
                description = "Address of the file, by https; its host must be one that fetching is allowed from. "
                        + "It is kept with the import: no secrets.",
                examples = "https://datos.example.cl/casos.csv")
        @NotBlank
        @Size(max = 2000)
        String url) {}
