package cl.observatory.ingest.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A component of the data set that is read as a code, from a column or as a constant. Texts read once are remembered. */
final class CodeColumn {

    /** What a file can write in a column of codes is few; whoever writes more is read all the same, only slower. */
    private static final int REMEMBERED = 100_000;

    private static final int REMEMBERED_LENGTH = 200;

    private final String component;
    private final String header;
    private final int place;
    private final Coded constant;
    private final Function<String, Coded> reader;
    private final Map<String, Coded> read = new HashMap<>();

    /**
     * @param header of the column, null for a constant
     * @param place of the column in the file, from 0
     */
    CodeColumn(String component, String header, int place, String constant, Function<String, Coded> reader) {
        this.component = component;
        this.header = header;
        this.place = place;
        this.reader = reader;
        this.constant = header == null ? reader.apply(constant) : null;
    }

    String component() {
        return component;
    }

    String header() {
        return header;
    }

    Coded read(String[] cells) {
        if (constant != null) {
            return constant;
        }
        String text = cells[place];
        Coded known = read.get(text);
        if (known != null) {
            return known;
        }
        Coded coded = reader.apply(text.strip());
        if (coded.conflict() == null && text.length() <= REMEMBERED_LENGTH && read.size() < REMEMBERED) {
            read.put(text, coded);
        }
        return coded;
    }

    String text(String[] cells) {
        return constant == null ? cells[place] : null;
    }
}
