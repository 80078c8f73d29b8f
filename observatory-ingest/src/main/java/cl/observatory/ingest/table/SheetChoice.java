package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.util.List;
import java.util.stream.Collectors;

/** Which sheet of a workbook is read: the one that the profile names, or else the first that is visible. */
final class SheetChoice {

    private SheetChoice() {}

    /**
     * A sheet with cells.
     *
     * @param place where in the workbook it is, in the way of its format
     */
    record Sheet(String name, String place, boolean visible) {}

    /**
     * @param name null for the first that is visible
     * @throws UnreadableFileException when there is none, with the names of those that there are
     */
    static Sheet of(List<Sheet> sheets, String name) {
        return sheets.stream()
                .filter(sheet -> name == null ? sheet.visible() : sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(sheets, name));
    }

    private static UnreadableFileException missing(List<Sheet> sheets, String name) {
        if (name == null && !sheets.isEmpty()) {
            return new UnreadableFileException(
                    ConflictType.HIDDEN_SHEET, 0, sheets.getFirst().name(), names(sheets), null);
        }
        return new UnreadableFileException(ConflictType.UNKNOWN_SHEET, 0, name, names(sheets), null);
    }

    private static String names(List<Sheet> sheets) {
        return sheets.stream().limit(100).map(Sheet::name).collect(Collectors.joining(", "));
    }
}
