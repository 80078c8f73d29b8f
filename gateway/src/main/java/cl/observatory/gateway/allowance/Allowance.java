package cl.observatory.gateway.allowance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be asked for within a minute, which may be all at once, and within a day. */
public record Allowance(long perMinute, long perDay) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,14})/minute ([1-9][0-9]{0,14})/day");

    /**
     * Read by the configuration, too.
     *
     * @throws IllegalArgumentException when it is not such as {@code 600/minute 50000/day}
     */
    public static Allowance of(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an allowance is written such as '600/minute 50000/day', not '" + written + "'");
        }
        return new Allowance(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}
