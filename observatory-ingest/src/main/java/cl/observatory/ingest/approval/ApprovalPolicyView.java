package cl.observatory.ingest.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ApprovalPolicy", description = "Who decides about the imports of a data set.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalPolicyView(
        String dataset,

        @Schema(description = "0 until the policy is changed for the first time.")
        long version,

        @Schema(description = "Kind of rule.") Rule.By by,

        @Schema(description = "Organizations of which one decides; present when the rule names some.")
        List<String> organizations) {}
