package cl.observatory.ingest.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who may decide. A principal that is bound to no organization acts for the observatory itself.
 *
 * @param organizations of whom one decides; null unless the rule names some
 */
@Schema(name = "ApprovalRule", description = "Who may decide about an import; never the principal who sent it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(
        @Schema(description = "Kind of rule.") By by,

        @Schema(description = "Organizations of which one decides; present when the rule names some.")
        List<String> organizations) {

    static final Rule USUAL = new Rule(By.ANOTHER_PERSON, null);

    /** Kinds of rules. */
    @Schema(
            name = "ApprovalBy",
            description =
                    "ANOTHER_PERSON: anybody else who approves in the data set. ANOTHER_ORGANIZATION: who works for "
                            + "another organization than the sender; whoever is bound to none works for the observatory itself. "
                            + "NAMED_ORGANIZATION: who works for one of the organizations named.")
    public enum By {
        ANOTHER_PERSON,
        ANOTHER_ORGANIZATION,
        NAMED_ORGANIZATION
    }

    /**
     * @param sender organization that the file was sent for
     * @param approver organization that the decision is taken for
     */
    boolean allows(Optional<String> sender, Optional<String> approver) {
        return switch (by) {
            case ANOTHER_PERSON -> true;
            case ANOTHER_ORGANIZATION -> !sender.equals(approver);
            case NAMED_ORGANIZATION -> approver.filter(organizations::contains).isPresent();
        };
    }
}
