package cl.observatory.query.signal;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says in sentences how many figures reach a band, which is the highest, and what they do not say. */
final class SignalExplanation {

    private SignalExplanation() {}

    static Labels of(String period, List<Signal> signals) {
        List<Labels> sentences = new ArrayList<>();
        if (signals.isEmpty()) {
            sentences.add(Words.of("explanation.SIGNALS_NOT_CLOSED", period));
        } else {
            long told =
                    signals.stream().filter(signal -> signal.atLeast() != null).count();
            sentences.add(Words.of(
                    told == 0 ? "explanation.SIGNALS_OF_NONE" : "explanation.SIGNALS", period, told, signals.size()));
            signals.stream()
                    .filter(signal -> signal.atLeast() != null)
                    .max(Comparator.comparing(Signal::atLeast))
                    .ifPresent(highest -> sentences.add(Words.of(
                            "explanation.SIGNALS_HIGHEST",
                            highest.category().labels(),
                            highest.territory().labels(),
                            highest.period().toString(),
                            highest.atLeast())));
        }
        sentences.add(Words.of("explanation.SIGNALS_TRUST"));
        return Words.joined(sentences);
    }
}
