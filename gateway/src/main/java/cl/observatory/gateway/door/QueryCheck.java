package cl.observatory.gateway.door;

import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.problem.Bilingual;
import cl.observatory.gateway.problem.Finding;
import cl.observatory.gateway.problem.NearestName;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses parameters that the operation does not know: a misspelt filter that is ignored gives a wrong number, and nobody
 * notices.
 */
final class QueryCheck {

    private static final Bilingual UNKNOWN =
            new Bilingual("El parámetro '%s' no existe aquí.", "There is no parameter '%s' here.");
    private static final Bilingual NEAREST = new Bilingual("¿Quiso decir '%s'?", "Did you mean '%s'?");
    private static final Bilingual NONE =
            new Bilingual("Esta operación no tiene parámetros.", "This operation takes no parameters.");
    private static final Bilingual REPEATED = new Bilingual(
            "El parámetro '%s' admite un solo valor y aparece más de una vez.",
            "The parameter '%s' takes one value and appears more than once.");

    private QueryCheck() {}

    static void check(QueryString query, Operation operation) {
        List<Finding> unknown = new ArrayList<>();
        List<Finding> repeated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : query.names()) {
            Optional<Boolean> repeatable = operation.repeatable(name);
            boolean again = !seen.add(name);
            if (repeatable.isEmpty() && !again) {
                unknown.add(unknown(name, operation.queryParameters().keySet()));
            } else if (again && !repeatable.orElse(false)) {
                repeated.add(finding(name, ProblemType.REPEATED_PARAMETER, REPEATED, null));
            }
        }
        refuse(ProblemType.UNKNOWN_PARAMETER, unknown);
        refuse(ProblemType.REPEATED_PARAMETER, repeated);
    }

    private static Finding unknown(String name, Collection<String> known) {
        // Sorted, so that of two equally near names the answer is always the same.
        Bilingual hint = known.isEmpty() ? NONE : NEAREST.with(NearestName.to(name, new TreeSet<>(known)));
        return finding(name, ProblemType.UNKNOWN_PARAMETER, UNKNOWN, hint);
    }

    private static Finding finding(String name, ProblemType type, Bilingual message, Bilingual hint) {
        return new Finding(name, type.name(), message.with(name), hint);
    }

    private static void refuse(ProblemType type, List<Finding> findings) {
        if (!findings.isEmpty()) {
            Finding first = findings.getFirst();
            Bilingual detail = first.hint() == null
                    ? first.message()
                    : new Bilingual(
                            first.message().es() + " " + first.hint().es(),
                            first.message().en() + " " + first.hint().en());
            throw new RefusedException(Problem.of(type, detail).withFindings(findings));
        }
    }
}
