package cl.observatory.gateway.own;

import cl.observatory.problem.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ListPage", description = "Which part of a list this is.")
public record ListPage(
        int limit,

        @Schema(description = "Pass it as cursor to get what follows; null at the end.", nullable = true)
        String nextCursor) {

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,80}");

    /**
     * Where in a list that is ordered by ids a caller wants to go on.
     *
     * @param list names the list, so that a cursor of one is none of another
     * @param after the last id that the caller has; empty at the beginning
     */
    public record Place(String list, String after, int limit) {

        /**
         * @throws cl.observatory.problem.ProblemException when the parameters cannot be used
         */
        public static Place of(String list, String limit, String cursor) {
            Parameters parameters = new Parameters();
            int most = parameters.integer("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT);
            String after = parameters.read("cursor", cursor, text -> decoded(list, text), "NOT_ONE_OF");
            parameters.check();
            return new Place(list, after == null ? "" : after, most);
        }

        /** How many to look for, to know whether something follows. */
        public int lookedFor() {
            return limit + 1;
        }

        /** What of the things that were found is on the page. */
        public <T> List<T> items(List<T> found) {
            return found.size() > limit ? found.subList(0, limit) : found;
        }

        public <T> ListPage page(List<T> found, Function<T, String> id) {
            return new ListPage(limit, found.size() > limit ? encoded(list, id.apply(found.get(limit - 1))) : null);
        }
    }

    private static String encoded(String list, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String begin = list + " ";
            return Optional.of(text)
                    .filter(whole -> whole.startsWith(begin))
                    .map(whole -> whole.substring(begin.length()))
                    .filter(id -> ID.matcher(id).matches());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
