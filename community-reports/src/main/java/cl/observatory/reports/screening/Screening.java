package cl.observatory.reports.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces what would tell who somebody is, or where, by its kind.
 *
 * <p>Any string is taken, also one that is no proper Unicode. A screened text screened again is itself. It is at most
 * {@link #MOST_TIMES_AS_LONG} times as long as the text was.
 */
@ApplicationScoped
public class Screening {

    /** The shortest find is a name of two letters behind a title of two and a space; its marker has eight. */
    public static final int MOST_TIMES_AS_LONG = 3;

    /** Prose takes one round; the others are against texts that are made to take long. */
    private static final int MOST_ROUNDS = 4;

    private static final List<Detector> DETECTORS = List.of(
            new AccountDetector(),
            new RutDetector(),
            new EmailDetector(),
            new UrlDetector(),
            new CoordinatesDetector(),
            new PhoneDetector(),
            new StreetNumberDetector(),
            new PlateDetector(),
            new NameDetector());

    /**
     * Screens a text until nothing more is found: a marker can bring to light what the text before it had hidden. A text
     * that does not come to rest is made of nothing else, and all of it goes.
     */
    public Screened screen(String text) {
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        String screened = text;
        List<Find> finds = finds(FoldedText.of(screened));
        for (int round = 0; !finds.isEmpty() && round < MOST_ROUNDS; round++) {
            finds.forEach(find -> found.merge(find.kind(), 1, Integer::sum));
            screened = replaced(screened, finds);
            finds = finds(FoldedText.of(screened));
        }
        return finds.isEmpty()
                ? new Screened(screened, found)
                : new Screened(finds.getFirst().kind().marker(), found);
    }

    /** What is found, in positions of the original, in order and apart. */
    private static List<Find> finds(FoldedText text) {
        List<Find> all = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            for (Span span : detector.find(text)) {
                all.add(new Find(detector.kind(), text.original(span), span.length()));
            }
        }
        all.sort(Comparator.comparingInt(find -> find.span().start()));
        List<Find> apart = new ArrayList<>();
        for (Find find : all) {
            Find last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && find.span().start() < last.span().end()) {
                apart.set(apart.size() - 1, last.with(find));
            } else {
                apart.add(find);
            }
        }
        return apart;
    }

    private static String replaced(String text, List<Find> finds) {
        StringBuilder replaced = new StringBuilder(text.length());
        int position = 0;
        for (Find find : finds) {
            replaced.append(text, position, find.span().start())
                    .append(find.kind().marker());
            position = find.span().end();
        }
        return replaced.append(text, position, text.length()).toString();
    }

    /** @param length how long the find was that gives the kind */
    private record Find(Kind kind, Span span, int length) {

        /** All that either covers goes; the longer one tells the kind. */
        Find with(Find other) {
            Span both = new Span(span.start(), Math.max(span.end(), other.span.end()));
            boolean othersKind = other.length > length || (other.length == length && other.kind.compareTo(kind) < 0);
            return othersKind ? new Find(other.kind, both, other.length) : new Find(kind, both, length);
        }
    }
}
