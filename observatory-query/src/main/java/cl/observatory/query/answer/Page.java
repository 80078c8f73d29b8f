package cl.observatory.query.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Which part of a list this is.")
public record Page(
        int limit,

        @Schema(description = "Pass it as cursor to get what follows; null at the end.", nullable = true)
        String nextCursor) {

    /** The part of a list behind what came before. */
    public static <T> List<T> slice(List<T> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }
}
