package cl.observatory.problem;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the parameters of one request and gathers everything that is wrong with them, so that the caller learns it at
 * once. Read all, then {@link #check()}; until then a value that could not be read is its default, or null.
 */
public final class Parameters {

    /** How much of a value that cannot be read an answer repeats, in characters. */
    private static final int SHOWN = 100;

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}-");

    private final List<Fault> faults = new ArrayList<>();

    /**
     * A code that stands alone, in a path or a query.
     *
     * @throws ProblemException when it does not have the form
     */
    public static String formed(ProblemType type, String name, String code, Pattern form) {
        Parameters parameters = new Parameters();
        String formed = parameters.matching(name, code, form);
        parameters.check(type);
        return formed;
    }

    /** A text that a database can keep: without the character U+0000. */
    public String text(String name, String value, int maxLength) {
        if (value != null && value.indexOf('\0') >= 0) {
            refuse(name, "WRONG_FORM", "[^\\x00]*");
            return null;
        }
        if (value != null && value.length() > maxLength) {
            refuse(name, "TOO_LONG", maxLength);
            return null;
        }
        return value;
    }

    public String required(String name, String value) {
        if (value == null || value.isBlank()) {
            refuse(name, "PARAMETER_MISSING");
            return null;
        }
        return value;
    }

    /**
     * @param form in words for the caller is part of the fault, so keep the expression readable
     */
    public String matching(String name, String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            refuse(name, "WRONG_FORM", form.pattern());
            return null;
        }
        return value;
    }

    /** One of the constants of a type, as their {@code toString()} writes them. */
    public <E extends Enum<E>> E oneOf(String name, String value, Class<E> type, E otherwise) {
        return oneOf(name, value, EnumSet.allOf(type), otherwise);
    }

    /** One of some constants. */
    public <E extends Enum<E>> E oneOf(String name, String value, Set<E> offered, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        return offered.stream()
                .filter(constant -> constant.toString().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    refuse(
                            name,
                            "NOT_ONE_OF",
                            offered.stream().map(Enum::toString).collect(Collectors.joining(", ")));
                    return otherwise;
                });
    }

    /** As RFC 3339 writes it, and so of a year with four digits. */
    public Instant instant(String name, String value) {
        try {
            if (value == null || FOUR_DIGITS.matcher(value).lookingAt()) {
                return value == null ? null : Instant.parse(value);
            }
            refuse(name, "NOT_AN_INSTANT");
            return null;
        } catch (DateTimeParseException malformed) {
            refuse(name, "NOT_AN_INSTANT");
            return null;
        }
    }

    public int integer(String name, String value, int min, int max, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // told below, with the range
        }
        refuse(name, "NOT_IN_RANGE", Integer.toString(min), Integer.toString(max));
        return otherwise;
    }

    /** A value of another kind: what the reader makes of it, or a fault of the given code when it makes nothing. */
    public <T> T read(String name, String value, Function<String, Optional<T>> reader, String code) {
        if (value == null) {
            return null;
        }
        return reader.apply(value).orElseGet(() -> {
            refuse(name, code, value.codePointCount(0, value.length()) > SHOWN ? cut(value) : value);
            return null;
        });
    }

    /** Between characters, never inside one. */
    private static String cut(String value) {
        return value.substring(0, value.offsetByCodePoints(0, SHOWN));
    }

    /** Adds a fault of the caller's own. */
    public void refuse(String name, String code, Object... arguments) {
        faults.add(Fault.inParameter(name, code, arguments));
    }

    /**
     * @throws ProblemException when anything was wrong
     */
    public void check() {
        check(CommonProblem.INVALID_REQUEST);
    }

    /**
     * @param type whose words the caller's own faults have
     */
    public void check(ProblemType type) {
        if (!faults.isEmpty()) {
            throw new ProblemException(type).withFaults(faults);
        }
    }
}
