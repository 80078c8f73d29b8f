package cl.observatory.ingest.reading;

import cl.observatory.ingest.profile.Origin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A component of the data set that is read as a code, from columns or as a constant. Texts read once are remembered. */
final class CodeColumn {

    /** What a file can write in a column of codes is few; whoever writes more is read all the same, only slower. */
    private static final int REMEMBERED = 100_000;

    private static final int REMEMBERED_LENGTH = 200;

    private final Origin origin;
    private final String header;
    private final int[] places;
    private final Coded constant;
    private final Function<String, Coded> reader;
    private final Map<String, Coded> read = new HashMap<>();

    /**
     * @param header place of each column by its name
     */
    CodeColumn(Origin origin, Map<String, Integer> header, Function<String, Coded> reader) {
        this.origin = origin;
        this.reader = reader;
        this.places = origin.read().stream().mapToInt(header::get).toArray();
        this.header = places.length == 0 ? null : String.join(" + ", origin.read());
        this.constant = places.length == 0 ? reader.apply(origin.constant()) : null;
    }

    /** Name of the column, or of the columns that are joined; null for a constant. */
    String header() {
        return header;
    }

    Coded read(String[] cells) {
        if (constant != null) {
            return constant;
        }
        String text = text(cells);
        Coded known = read.get(text);
        if (known != null) {
            return known;
        }
        Coded coded = reader.apply(text);
        if (coded.conflict() == null && text.length() <= REMEMBERED_LENGTH && read.size() < REMEMBERED) {
            read.put(text, coded);
        }
        return coded;
    }

    String text(String[] cells) {
        return switch (places.length) {
            case 0 -> null;
            case 1 -> cells[places[0]];
            default -> origin.join(Arrays.stream(places).mapToObj(place -> cells[place].strip()));
        };
    }
}
