package cl.observatory.events;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.alert.AlertWithdrawn;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.AlertRuleDefined.Method;
import cl.observatory.events.time.Frequency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rules of every method, an alert with every field, and one with none that may be left out. */
final class AlertSamples {

    private static final UUID ID = UUID.fromString("5f0c9a2e-7b1d-3c4e-8f6a-9b8c7d6e5f4a");
    private static final Instant INSTANT = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final AlertRaised.Source SOURCE = new AlertRaised.Source("Nobody", "Made up", "CC0-1.0");
    private static final BigDecimal ONE = BigDecimal.ONE;

    private AlertSamples() {}

    static AlertRuleDefined baseline() {
        return rule(
                List.of("13101"),
                new Method(AlertRuleDefined.BASELINE, new BigDecimal("0.01"), 5, 1, 5, null, null, null, null, null));
    }

    static AlertRuleDefined cusum() {
        return rule(null, new Method(AlertRuleDefined.CUSUM, null, 5, null, 5, ONE, ONE, 12, null, null));
    }

    static AlertRuleDefined threshold() {
        return rule(
                null,
                new Method(
                        AlertRuleDefined.THRESHOLD,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AlertRuleDefined.BELOW,
                        ONE.negate()));
    }

    static AlertRuleDefined newRelease() {
        return new AlertRuleDefined(
                "NEW",
                1,
                new Labels("Etiqueta", "Label"),
                "CASES",
                null,
                null,
                null,
                new Method(AlertRuleDefined.NEW_RELEASE, null, null, null, null, null, null, null, null, null),
                true,
                true,
                false);
    }

    static AlertRaised unusual() {
        return new AlertRaised(
                ID,
                "UNUSUAL",
                1,
                AlertRuleDefined.BASELINE,
                "CASES",
                "CASES",
                "13101",
                "2024-03",
                new BigDecimal("42"),
                new BigDecimal("18.4"),
                new BigDecimal("35"),
                42L,
                new BigDecimal("0.01"),
                new BigDecimal("1.2E-7"),
                ONE,
                ONE,
                List.of("PROVISIONAL", "BREAK_CROSSED"),
                "P",
                "cases",
                Samples.RELEASE,
                2,
                Samples.RELEASE,
                SOURCE,
                INSTANT);
    }

    static AlertRaised released() {
        return new AlertRaised(
                ID,
                "NEW",
                1,
                AlertRuleDefined.NEW_RELEASE,
                "CASES",
                null,
                null,
                "2024",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "cases",
                Samples.RELEASE,
                1,
                null,
                SOURCE,
                INSTANT);
    }

    static AlertWithdrawn withdrawn() {
        return new AlertWithdrawn(ID, "cases", Samples.RELEASE, AlertWithdrawn.DISCLOSURE, INSTANT);
    }

    private static AlertRuleDefined rule(List<String> territories, Method method) {
        return new AlertRuleDefined(
                "UNUSUAL",
                1,
                new Labels("Etiqueta", "Label"),
                "CASES",
                "commune",
                territories,
                Frequency.M,
                method,
                false,
                false,
                true);
    }
}
