package cl.observatory.query.answer;

import cl.observatory.problem.Parameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question as an address of this API: path and parameters. Two addresses that ask the same are written the same: the
 * parameters come in the order of their names.
 *
 * @param parameters values by name, none of them empty
 */
public record Address(String path, SortedMap<String, List<String>> parameters) {

    private static final int LONGEST = 4_000;
    private static final Pattern FORM = Pattern.compile("/v1(/[A-Za-z0-9_.-]+)+([?][^#\\s]*)?");

    public Address {
        parameters = new TreeMap<>(parameters);
    }

    /** Faults go to the parameters; null then. */
    public static Address read(Parameters faults, String name, String written) {
        String text = faults.matching(name, faults.text(name, faults.required(name, written), LONGEST), FORM);
        return text == null ? null : faults.read(name, text, Address::parse, "NOT_AN_ADDRESS");
    }

    private static Optional<Address> parse(String text) {
        int mark = text.indexOf('?');
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        try {
            for (String pair :
                    mark < 0 ? new String[0] : text.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters
                            .computeIfAbsent(decoded(pair.substring(0, equals)), any -> new ArrayList<>())
                            .add(decoded(pair.substring(equals + 1)));
                } else if (!pair.isEmpty()) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(new Address(mark < 0 ? text : text.substring(0, mark), parameters));
    }

    /** The only value of a parameter; null without one, and a fault when there are several. */
    public String one(Parameters faults, String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            faults.refuse(name, "GIVEN_TWICE");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public Address with(String name, String value) {
        SortedMap<String, List<String>> others = new TreeMap<>(parameters);
        others.put(name, List.of(value));
        return new Address(path, others);
    }

    public Address without(String name) {
        SortedMap<String, List<String>> others = new TreeMap<>(parameters);
        others.remove(name);
        return new Address(path, others);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .flatMap(Address::pairs)
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static Stream<String> pairs(Map.Entry<String, List<String>> parameter) {
        return parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + '=' + encoded(value));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Commas and colons, which lists and instants are full of, mean nothing else in a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
