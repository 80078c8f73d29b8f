package cl.observatory.reports.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a reporter should know, before and after.
 *
 * @param categories those that it is about; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a reporter should read before sending, and is told again after.")
public record SafetyMessage(
        @NotNull @Pattern(regexp = Guidance.CODE) String code,

        @Schema(description = "Categories that it is about; absent for all.")
        Set<String> categories,

        @NotNull @Valid Words text) {

    boolean isAbout(String category) {
        return categories == null || categories.contains(category);
    }
}
