package cl.observatory.ingest.source;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceObserved.Difference;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What differs between a file and what its profile reads, in words for everybody. Columns that were expected are named;
 * what stands in the file instead is only counted, because where a header has moved, its place may be taken by data.
 */
final class ShapeDifferences {

    private static final Locale SPANISH = Locale.of("es");
    private static final int NAMED = 50;

    /** Told by their number. */
    private static final Set<ConflictType> COUNTED =
            EnumSet.of(ConflictType.UNKNOWN_COLUMN, ConflictType.DUPLICATE_COLUMN);

    /** Told of the file as a whole. */
    private static final Set<ConflictType> OF_THE_FILE = EnumSet.of(ConflictType.NOT_TEXT, ConflictType.NOT_CSV);

    private ShapeDifferences() {}

    /** Empty when nothing of what is wrong is about the shape. */
    static List<Difference> of(List<Conflicts.Group> causes) {
        List<Difference> differences = new ArrayList<>();
        OF_THE_FILE.stream()
                .filter(type -> number(causes, type) > 0)
                .forEach(type -> differences.add(told(type, null)));
        causes.stream()
                .filter(cause -> cause.type() == ConflictType.MISSING_COLUMN)
                .limit(NAMED)
                .forEach(cause -> differences.add(told(cause.type(), cause.column())));
        COUNTED.stream()
                .filter(type -> number(causes, type) > 0)
                .forEach(type -> differences.add(counted(type, number(causes, type))));
        return differences;
    }

    private static long number(List<Conflicts.Group> causes, ConflictType type) {
        return causes.stream().filter(cause -> cause.type() == type).count();
    }

    private static Difference told(ConflictType type, String column) {
        Conflicts.Group cause = new Conflicts.Group(type, column, null, 1, List.of(), null);
        return new Difference(type.name(), new Labels(cause.message(SPANISH), cause.message(Locale.ENGLISH)));
    }

    private static Difference counted(ConflictType type, long number) {
        String key = "difference." + type.name();
        return new Difference(
                type.name(),
                new Labels(
                        IngestProblem.FILE_UNREADABLE
                                .words(SPANISH, key, number)
                                .orElseThrow(),
                        IngestProblem.FILE_UNREADABLE
                                .words(Locale.ENGLISH, key, number)
                                .orElseThrow()));
    }
}
