package cl.observatory.gateway.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of the public API in which nothing may tell that, or when, somebody asked: everything below the first two
 * segments of each operation that its contract marks {@code x-confidential}, whether it is there or not. A request is
 * known for one by what was written, before anything else of it is looked at, so that refusing it leaves no trace either.
 */
public final class ConfidentialPaths {

    private static final int SEGMENTS = 2;

    private final Set<String> roots = new TreeSet<>();

    /**
     * @throws ContractException when something that is not confidential lies in such a part
     */
    public ConfidentialPaths(List<Operation> operations) {
        operations.stream().filter(Operation::confidential).forEach(operation -> roots.add(root(operation.template())));
        for (Operation operation : operations) {
            if (!operation.confidential() && contain(operation.template())) {
                throw new ContractException(operation.method() + " " + operation.template() + " of "
                        + operation.service() + " is not marked x-confidential, and others below "
                        + root(operation.template()) + " are");
            }
        }
    }

    /**
     * @param target of a request, as it came over the wire; null when there was none
     */
    public boolean contain(String target) {
        if (target == null || roots.isEmpty()) {
            return false;
        }
        String path = target.split("[?#]", 2)[0];
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    private static String root(String template) {
        int end = 0;
        for (int segment = 0; segment < SEGMENTS && end >= 0; segment++) {
            end = template.indexOf('/', end + 1);
        }
        return end < 0 ? template : template.substring(0, end);
    }
}
