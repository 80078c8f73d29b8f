package cl.observatory.acceptance.canary;

import java.util.List;

/**
 * A mark that was found.
 *
 * @param place file or stream
 * @param wrappings what was unwrapped until it showed, the outermost first; none when it was plain to see
 */
public record Finding(String mark, String place, List<Wrapping> wrappings) {

    @Override
    public String toString() {
        return mark + " in " + place + (wrappings.isEmpty() ? "" : " within " + wrappings);
    }
}
