package cl.observatory.ingest.reading;

import cl.observatory.ingest.alias.Names;
import cl.observatory.ingest.profile.Origin;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;

/** What a file writes, as the code that it stands for: by the profile's own list, by an alias table, or as it stands. */
final class Translation {

    private final Pattern extract;
    private final Map<String, String> codes;
    private final Names likely;
    private final Names aliases;

    /**
     * @param aliases the names that the origin's alias table accepts; null when it has none
     */
    Translation(Origin origin, Names aliases) {
        this.extract = origin.extract() == null ? null : Pattern.compile(origin.extract());
        this.codes = origin.codes();
        this.likely = codes == null ? null : new Names(codes);
        this.aliases = aliases;
    }

    /**
     * @return null when the text stands for no code
     */
    String code(String text) {
        String read = extracted(text);
        if (read == null) {
            return null;
        }
        if (codes == null && aliases == null) {
            return read.strip();
        }
        String code = codes == null ? null : either(codes.get(read), codes.get(read.strip()));
        return code == null && aliases != null ? aliases.code(read.strip()) : code;
    }

    /** The code that a text which stands for none was probably meant to be. */
    Optional<String> likely(String text) {
        String read = extracted(text);
        if (read == null) {
            return Optional.empty();
        }
        Optional<String> known = likely == null ? Optional.empty() : likely.likely(read);
        return known.isPresent() || aliases == null ? known : aliases.likely(read);
    }

    private String extracted(String text) {
        if (extract == null) {
            return text;
        }
        Matcher matcher = extract.matcher(text.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static String either(String first, String second) {
        return first == null ? second : first;
    }
}
