package cl.observatory.ingest.disclosure;

import cl.observatory.events.time.Period;
import java.util.List;

/**
 * A place in a margin.
 *
 * @param margin its number among {@link Margins#all}
 * @param codes of the margin's dimensions, in their order
 */
public record Cell(int margin, String area, Period period, List<String> codes) {

    public Cell {
        codes = List.copyOf(codes);
    }
}
