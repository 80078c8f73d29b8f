package cl.observatory.reports.moderation;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.state.ReportState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/moderation/reports")
@Tag(name = "Moderation")
@RolesAllowed("reports:moderate")
@Cache(noStore = true)
@RunOnVirtualThread
public class ModerationResource {

    private static final String IF_MATCH = "If-Match";
    private static final String VERSION = "The report's version as the caller saw it, in quotes.";
    private static final Pattern ETAG = Pattern.compile("\"[0-9a-f]{64}\"");
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_CURSOR = 300;

    private final Queue queue;
    private final Openings openings;
    private final Transitions transitions;
    private final Messages messages;
    private final Holds holds;

    ModerationResource(Queue queue, Openings openings, Transitions transitions, Messages messages, Holds holds) {
        this.queue = queue;
        this.openings = openings;
        this.transitions = transitions;
        this.messages = messages;
        this.holds = holds;
    }

    @GET
    @Operation(
            operationId = "listModerationQueue",
            summary = "Reports that wait, unopened",
            description =
                    "Of the lanes that lie within the caller's territories: the most urgent first, of each urgency "
                            + "the oldest week first. Nothing of what they say is shown.")
    @APIResponse(responseCode = "200", description = "Reports.")
    public QueueView list(
            @Parameter(
                            description = "Only reports of this state; left out for all that are open.",
                            schema = @Schema(implementation = ReportState.class))
                    @RestQuery
                    String state,
            @Parameter(description = "Only of this urgency.", schema = @Schema(implementation = Priority.class))
                    @RestQuery
                    String priority,
            @Parameter(
                            description = "Only reports about which this waits for a second person.",
                            schema = @Schema(implementation = ProposalKind.class))
                    @RestQuery
                    String proposal,
            @Parameter(description = "Where the page begins: `nextCursor` of the one before.") @RestQuery String cursor,
            @Parameter(
                            description = "At most so many.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @RestQuery
                    String limit) {
        Parameters parameters = new Parameters();
        Queue.Question asked = new Queue.Question(
                parameters.oneOf("state", state, ReportState.class, null),
                parameters.oneOf("priority", priority, Priority.class, null),
                parameters.oneOf("proposal", proposal, ProposalKind.class, null),
                parameters.integer("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT));
        QueuePlace place = parameters.read(
                "cursor",
                parameters.text("cursor", cursor, MAX_CURSOR),
                written -> QueuePlace.read(written, asked),
                "CURSOR_OF_ANOTHER_QUEUE");
        parameters.check(ReportsProblem.INVALID_QUEUE);
        return queue.page(asked, Optional.ofNullable(place).orElse(QueuePlace.START));
    }

    @POST
    @Path("/{id}/openings")
    @ResponseStatus(201)
    @Operation(
            operationId = "openReport",
            summary = "Open a report",
            description =
                    "Every opening is audited with its reason before anything is shown. How many a person may have "
                            + "within an hour and within a day is limited; whoever reaches a bound is reported.")
    @APIResponse(
            responseCode = "201",
            description = "What it says.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OpenedReport.class)))
    public OpenedReport open(@RestPath UUID id, @NotNull @Valid NewOpening body) {
        return openings.open(id, body.reason());
    }

    @POST
    @Path("/{id}/transitions")
    @Operation(
            operationId = "decideReport",
            summary = "Decide about a report",
            description = "A report is referred when a second person sends the same.")
    @APIResponse(responseCode = "200", description = "Decided.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed; it waits for a second person.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueueItem.class)))
    public RestResponse<QueueItem> decide(
            @RestPath UUID id,
            @Parameter(required = true, description = VERSION) @RestHeader(IF_MATCH) String ifMatch,
            @NotNull @Valid NewTransition body) {
        return answer(transitions.decide(id, version(ifMatch), body));
    }

    @POST
    @Path("/{id}/messages")
    @ResponseStatus(201)
    @Operation(
            operationId = "writeToReporter",
            summary = "Write to the reporter",
            description = "The text is screened as hers is, and sealed so that only her receipt opens it.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SentMessage.class)))
    public SentMessage write(
            @RestPath UUID id,
            @Parameter(required = true, description = VERSION) @RestHeader(IF_MATCH) String ifMatch,
            @NotNull @Valid NewMessage body) {
        return messages.send(id, version(ifMatch), body.text());
    }

    @POST
    @Path("/{id}/holds")
    @Operation(
            operationId = "holdReport",
            summary = "Keep a report beyond the date of its key",
            description = "When a second person sends the same day, the report is sealed to the key of this week.")
    @APIResponse(responseCode = "200", description = "Kept.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed; it waits for a second person.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueueItem.class)))
    public RestResponse<QueueItem> hold(
            @RestPath UUID id,
            @Parameter(required = true, description = VERSION) @RestHeader(IF_MATCH) String ifMatch,
            @NotNull @Valid NewHold body) {
        return answer(holds.hold(id, version(ifMatch), body));
    }

    @DELETE
    @Path("/{id}/proposals/{kind}")
    @Operation(
            operationId = "withdrawProposal",
            summary = "Take a proposal back, or say no to it",
            description = "Nothing changes when there is none.")
    @APIResponse(responseCode = "200", description = "It is gone.")
    public QueueItem withdraw(
            @RestPath UUID id,
            @Parameter(schema = @Schema(implementation = ProposalKind.class)) @RestPath String kind,
            @Parameter(required = true, description = VERSION) @RestHeader(IF_MATCH) String ifMatch) {
        Parameters parameters = new Parameters();
        ProposalKind known = parameters.oneOf("kind", kind, ProposalKind.class, null);
        parameters.check();
        return holds.withdraw(id, version(ifMatch), known);
    }

    private static RestResponse<QueueItem> answer(Transitions.Outcome outcome) {
        return RestResponse.ResponseBuilder.<QueueItem>create(
                        outcome.waits() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK)
                .entity(outcome.report())
                .build();
    }

    private static String version(String ifMatch) {
        Parameters parameters = new Parameters();
        String quoted = parameters.matching(IF_MATCH, ifMatch, ETAG);
        parameters.check();
        if (quoted == null) {
            throw new ProblemException(ReportsProblem.REPORT_VERSION_MISSING);
        }
        return quoted.substring(1, quoted.length() - 1);
    }
}
