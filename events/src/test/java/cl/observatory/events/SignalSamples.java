package cl.observatory.events;

import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.events.signal.SignalsVisible;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Closed months of signals, with communes that are told of and without. */
final class SignalSamples {

    private static final String CATEGORY = "EXTORTION";
    private static final String MONTH = "2026-10";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 9);
    private static final Labels LABELS = new Labels("Etiqueta", "Label");

    private SignalSamples() {}

    static SignalsClosed closed() {
        return closed(List.of(new SignalsClosed.Commune("01101", 5), new SignalsClosed.Commune("13101", 25)));
    }

    static SignalsClosed closedWithoutCommunes() {
        return closed(List.of());
    }

    static SignalsVisible visible() {
        return new SignalsVisible(CATEGORY, MONTH, DAY, List.of("01101", "13101"));
    }

    private static SignalsClosed closed(List<SignalsClosed.Commune> communes) {
        return new SignalsClosed(
                CATEGORY,
                LABELS,
                new SignalsClosed.Group("PREDATORY", LABELS),
                MONTH,
                1,
                new BigDecimal("0.5"),
                5,
                DAY,
                communes);
    }
}
