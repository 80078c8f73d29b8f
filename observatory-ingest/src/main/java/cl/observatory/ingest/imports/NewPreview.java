package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A profile to try, and a small file to try it on.")
record NewPreview(
        @NotNull @Valid ImportProfile profile,

        @Schema(format = "byte", description = "The file in base64; of a text, its first lines are enough.") @NotEmpty
        String file) {

    /**
     * @throws ProblemException when it is not base64
     */
    byte[] bytes() {
        try {
            return Base64.getMimeDecoder().decode(file);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID)
                    .withFaults(List.of(Fault.inBody("/file", "BASE64_MALFORMED")));
        }
    }
}
