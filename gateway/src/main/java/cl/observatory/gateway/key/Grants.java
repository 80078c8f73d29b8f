package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.Scope;
import cl.observatory.gateway.network.Networks;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import cl.observatory.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which keys can be, and which of them a caller can give. */
final class Grants {

    static final Duration LONGEST = Duration.ofDays(365);
    static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** For keys with which keys are made. */
    static final Duration LONGEST_OF_ADMINISTRATORS = Duration.ofDays(90);

    /** Who moderates is told by the staff's own sign-in; no key makes a moderator. */
    static final Set<Scope> OF_KEYS = EnumSet.complementOf(EnumSet.of(Scope.REPORTS_MODERATE));

    /** As good as unbound; a key that relays reports has to say so. */
    static final Bindings WHOLE_COUNTRY = new Bindings(null, Set.of("CL"), null);

    private static final String FIELD_EXPIRY = "expiresAt";

    private Grants() {}

    /**
     * The rights that a request asks for, in the form in which they are stored.
     *
     * @throws ProblemException with everything that is wrong with them
     */
    static KeyRights read(NewKey asked, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < asked.scopes().size(); i++) {
            Optional<Scope> scope = scope(asked.scopes().get(i));
            scope.ifPresent(scopes::add);
            if (scope.isEmpty()) {
                faults.add(Fault.inBody(JsonPointer.to("scopes", i), "NOT_ONE_OF", names(OF_KEYS)));
            }
        }
        Bindings bindings = bindings(asked.bindings(), faults);
        if (scopes.contains(Scope.REPORTS_RELAY) && bindings.territories() == null) {
            faults.add(Fault.inBody(JsonPointer.to("bindings", "territories"), "RELAY_UNBOUND"));
        }
        List<String> networks = asked.networks() == null ? null : new ArrayList<>();
        for (int i = 0; networks != null && i < asked.networks().size(); i++) {
            Optional<String> network = Networks.normal(asked.networks().get(i));
            network.ifPresent(networks::add);
            if (network.isEmpty()) {
                faults.add(Fault.inBody(JsonPointer.to("networks", i), "NOT_A_NETWORK"));
            }
        }
        faults.addAll(expiryFaults(asked.expiresAt(), now));
        refuse(faults);
        return new KeyRights(asked.label(), scopes, bindings, networks);
    }

    private static Optional<Scope> scope(String name) {
        return OF_KEYS.stream().filter(scope -> scope.value().equals(name)).findFirst();
    }

    private static String names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::value).collect(Collectors.joining(", "));
    }

    private static Bindings bindings(KeyBindings asked, List<Fault> faults) {
        if (asked == null) {
            return Bindings.NONE;
        }
        try {
            return new Bindings(asked.organization(), set(asked.territories()), set(asked.datasets()));
        } catch (IllegalArgumentException unusable) {
            faults.add(Fault.inBody(JsonPointer.to("bindings"), "BINDINGS_UNUSABLE"));
            return Bindings.NONE;
        }
    }

    private static Set<String> set(List<String> values) {
        return values == null ? null : values.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** For a key that takes the place of another. */
    static void checkSuccessor(NewSuccessor asked, Instant now) {
        List<Fault> faults = new ArrayList<>(expiryFaults(asked.expiresAt(), now));
        if (asked.overlap().isNegative() || asked.overlap().compareTo(LONGEST_OVERLAP) > 0) {
            faults.add(Fault.inBody(JsonPointer.to("overlap"), "OVERLAP_OUT_OF_RANGE"));
        }
        refuse(faults);
    }

    private static List<Fault> expiryFaults(Instant expiresAt, Instant now) {
        boolean possible = expiresAt.isAfter(now) && !expiresAt.isAfter(now.plus(LONGEST));
        return possible ? List.of() : List.of(Fault.inBody(JsonPointer.to(FIELD_EXPIRY), "EXPIRY_OUT_OF_RANGE"));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_PARTNER_REQUEST).withFaults(faults);
        }
    }

    /**
     * Nobody gives what is not their own. Keys with which keys are made do not outlive the key that made them, so that no
     * administrator goes on for ever; who has no key that ends gives them for 90 days.
     *
     * @param endOfGiver when the giver's own key ends; empty when it does not, or there is none
     * @throws ProblemException when the caller cannot give it
     */
    static void checkGiver(Caller by, Optional<Instant> endOfGiver, KeyRights rights, Instant expiresAt, Instant now) {
        if (!by.scopes().containsAll(rights.scopes()) || !by.bindings().cover(rights.bindings())) {
            throw new ProblemException(ProblemType.RIGHTS_NOT_HELD);
        }
        Instant end = endOfGiver.orElse(now.plus(LONGEST_OF_ADMINISTRATORS));
        if (rights.scopes().contains(Scope.PARTNERS_ADMIN) && expiresAt.isAfter(end)) {
            throw new ProblemException(ProblemType.ADMINISTRATOR_KEY_TOO_LONG);
        }
    }
}
