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
 * What differs between a file and what its profile reads, in words for everybody. What was expected is named; what stands
 * in the file instead is only counted, because where a header has moved, its place may be taken by data.
 */
final class ShapeDifferences {

    private static final Locale SPANISH = Locale.of("es");
    private static final int TOLD = 50;

    /** Name a column or sheet that the profile expects. */
    private static final Set<ConflictType> OF_THE_EXPECTED =
            EnumSet.of(ConflictType.MISSING_COLUMN, ConflictType.UNKNOWN_SHEET, ConflictType.HIDDEN_SHEET);

    /** Of the file as a whole; what they quote is the profile's, or the name of a format. */
    private static final Set<ConflictType> OF_THE_FORMAT =
            EnumSet.of(ConflictType.UNKNOWN_FORMAT, ConflictType.RECORDS_NOT_FOUND);

    /** Of the file as a whole, and told without quoting it. */
    private static final Set<ConflictType> OF_THE_FILE = EnumSet.of(
            ConflictType.ENCRYPTED_FILE,
            ConflictType.MACRO_WORKBOOK,
            ConflictType.NOT_TEXT,
            ConflictType.ENCODING_DIFFERS,
            ConflictType.MIXED_ENCODINGS,
            ConflictType.NOT_CSV,
            ConflictType.NOT_JSON,
            ConflictType.NOT_A_RECORD,
            ConflictType.TOO_MANY_COLUMNS);

    /** Told by their number. */
    private static final Set<ConflictType> COUNTED =
            EnumSet.of(ConflictType.UNKNOWN_COLUMN, ConflictType.DUPLICATE_COLUMN);

    private ShapeDifferences() {}

    /** Empty when nothing of what is wrong is about the shape. */
    static List<Difference> of(List<Conflicts.Group> causes) {
        List<Difference> differences = new ArrayList<>();
        causes.stream().limit(TOLD).forEach(cause -> {
            if (OF_THE_EXPECTED.contains(cause.type())) {
                differences.add(told(cause.type(), cause.column(), null));
            } else if (OF_THE_FORMAT.contains(cause.type())) {
                differences.add(told(cause.type(), null, cause.value()));
            } else if (OF_THE_FILE.contains(cause.type())) {
                differences.add(told(cause.type(), null, null));
            }
        });
        for (ConflictType type : COUNTED) {
            long number = causes.stream().filter(cause -> cause.type() == type).count();
            if (number > 0) {
                differences.add(counted(type, number));
            }
        }
        return differences.stream().distinct().toList();
    }

    private static Difference told(ConflictType type, String column, String value) {
        Conflicts.Group cause = new Conflicts.Group(type, column, value, 1, List.of(), null);
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
