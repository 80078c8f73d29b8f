package cl.observatory.gateway.problem;

/** The same sentence in both languages. */
public record Bilingual(String es, String en) {

    public String in(Language language) {
        return switch (language) {
            case ES -> es;
            case EN -> en;
        };
    }

    /** Fills the places of the sentence ({@code %s}), which both languages have in the same order. */
    public Bilingual with(Object... values) {
        return new Bilingual(es.formatted(values), en.formatted(values));
    }
}
