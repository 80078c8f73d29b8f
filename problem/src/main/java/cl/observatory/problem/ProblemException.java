package cl.observatory.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A use case refuses, for a reason in the catalogue. Nothing was changed. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient Function<Locale, List<?>> errors;
    private final transient Map<String, String> headers;

    /**
     * @param arguments for the placeholders of the problem's detail
     */
    public ProblemException(ProblemType type, Object... arguments) {
        this(type, language -> List.of(), Map.of(), arguments);
    }

    private ProblemException(
            ProblemType type, Function<Locale, List<?>> errors, Map<String, String> headers, Object... arguments) {
        super(type.name());
        this.type = type;
        this.errors = errors;
        this.headers = Map.copyOf(headers);
        this.arguments = arguments.clone();
    }

    /** The same, with what was wrong, thing by thing. */
    public ProblemException withFaults(List<Fault> faults) {
        return withErrors(language ->
                faults.stream().map(fault -> fault.in(language, type)).toList());
    }

    /**
     * @param errors the entries of {@code errors} in the caller's language
     */
    public ProblemException withErrors(Function<Locale, List<?>> errors) {
        return new ProblemException(type, errors, headers, arguments);
    }

    public ProblemException withHeader(String name, String value) {
        return new ProblemException(type, errors, Map.of(name, value), arguments);
    }

    public ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    List<?> errors(Locale language) {
        return errors.apply(language);
    }

    Map<String, String> headers() {
        return headers;
    }
}
