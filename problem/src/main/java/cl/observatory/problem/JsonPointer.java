package cl.observatory.problem;

import java.util.List;

/** JSON pointers (RFC 6901) into the body of a request. */
public final class JsonPointer {

    private JsonPointer() {}

    /**
     * @param steps names of fields and places in lists, from the outside in; none means the body as a whole
     */
    public static String to(Object... steps) {
        return to(List.of(steps));
    }

    static String to(List<?> steps) {
        StringBuilder pointer = new StringBuilder();
        for (Object step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
