package cl.observatory.query.answer;

import cl.observatory.problem.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a list goes on. It is bound to the question and to the releases that were read, so that pages of different lists
 * are never put together.
 */
public final class Cursor {

    private static final String SEPARATOR = "\n";

    private final String question;

    /**
     * @param question everything that the list depends on
     */
    public Cursor(Object... question) {
        this.question = digest(Arrays.deepToString(question));
    }

    public String write(String... place) {
        String text = question + SEPARATOR + String.join(SEPARATOR, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place, or an empty list without a cursor; a fault when it belongs to another question or was not written here.
     *
     * @param forms of the parts of the place
     */
    public List<String> read(Parameters parameters, String cursor, Pattern... forms) {
        if (cursor == null) {
            return List.of();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            List<String> place = parts.subList(1, parts.size());
            if (parts.getFirst().equals(question) && hasForms(place, forms)) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        parameters.refuse("cursor", "CURSOR_OF_ANOTHER_QUESTION");
        return List.of();
    }

    private static boolean hasForms(List<String> place, Pattern... forms) {
        return place.size() == forms.length
                && IntStream.range(0, forms.length)
                        .allMatch(part -> forms[part].matcher(place.get(part)).matches());
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
