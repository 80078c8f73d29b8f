package cl.observatory.ingest.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who is to decide about the imports of a data set.")
record NewApprovalPolicy(
        @Schema(description = "Kind of rule.") @NotNull Rule.By by,

        @Schema(description = "Organizations of which one decides; with NAMED_ORGANIZATION only.") @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String> organizations,

        @Schema(description = "Why, for the audit.") @Size(max = 2000)
        String reason) {

    Rule rule() {
        return new Rule(
                by,
                organizations == null || organizations.isEmpty()
                        ? null
                        : organizations.stream().distinct().sorted().toList());
    }
}
