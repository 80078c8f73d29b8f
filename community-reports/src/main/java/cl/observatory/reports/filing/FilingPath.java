package cl.observatory.reports.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The way from a leaf to the root of its day. Bytes are in hexadecimal digits.")
public record FilingPath(
        State state,

        @Schema(description = "The day of the tree, in Chile; that of filing, or one of the next.")
        LocalDate day,

        @Schema(
                description = "How many leaves the tree has; all but those that were filed are random.",
                examples = "1024")
        Integer leaves,

        @Schema(description = "Place of the leaf in the tree, from 0.")
        Integer place,

        String leaf,

        @Schema(description = "What the leaf is hashed with on its way to the root, from the leaf on.")
        List<String> path,

        @Schema(description = "The root that the path leads to; compare it with that of /v1/filing-roots.")
        String root) {

    /** Whether there is a path. */
    @Schema(name = "FilingPathState")
    public enum State {
        /** It is here: keep it, it is told for 30 days. */
        READY,
        /** The tree is made when the day is over. */
        WAITING,
        /** No proof was asked for, or the 30 days are over: nobody knows which any more. */
        NONE
    }

    static FilingPath none() {
        return new FilingPath(State.NONE, null, null, null, null, null, null);
    }

    static FilingPath waiting() {
        return new FilingPath(State.WAITING, null, null, null, null, null, null);
    }

    /**
     * @param leaves of the day, in their places
     */
    static FilingPath of(LocalDate day, int place, List<byte[]> leaves) {
        FilingTree tree = new FilingTree(leaves);
        HexFormat hex = HexFormat.of();
        return new FilingPath(
                State.READY,
                day,
                leaves.size(),
                place,
                hex.formatHex(leaves.get(place)),
                tree.path(place).stream().map(hex::formatHex).toList(),
                hex.formatHex(tree.root()));
    }
}
