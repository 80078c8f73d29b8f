package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of an XLSX workbook, found by their relationships as ECMA-376 says. */
final class XlsxWorkbook implements AutoCloseable {

    private static final int MAX_RELATIONS = 10_000;
    private static final String PACKAGE_RELATIONS = "_rels/.rels";

    private final ZipParts parts;
    private final List<Relation> relations;
    private final List<SheetChoice.Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    private record Relation(String id, String type, String target) {}

    /**
     * @param parts are closed with the workbook
     */
    XlsxWorkbook(ZipParts parts) throws IOException {
        this.parts = parts;
        if (!parts.has(PACKAGE_RELATIONS)) {
            throw unknown("ZIP");
        }
        String workbook = relations(PACKAGE_RELATIONS, "").stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> unknown("ZIP"));
        if (workbook.endsWith(".bin")) {
            throw unknown("XLSB");
        }
        int name = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, name);
        String listed = folder + "_rels/" + workbook.substring(name) + ".rels";
        relations = parts.has(listed) ? relations(listed, folder) : List.of();
        readWorkbook(workbook);
        if (relations.stream().anyMatch(relation -> relation.type().endsWith("/vbaProject"))) {
            throw new UnreadableFileException(ConflictType.MACRO_WORKBOOK, 0, null);
        }
    }

    private List<Relation> relations(String part, String folder) throws IOException {
        List<Relation> found = new ArrayList<>();
        try (XmlEvents xml = new XmlEvents(parts.open(part))) {
            while (xml.next()) {
                if (!xml.isStart() || !xml.name().equals("Relationship")) {
                    continue;
                }
                String target = xml.attribute("Target");
                String type = xml.attribute("Type");
                if (target != null && type != null && !"External".equals(xml.attribute("TargetMode"))) {
                    found.add(new Relation(xml.attribute("Id"), type, resolved(folder, target)));
                }
                if (found.size() > MAX_RELATIONS) {
                    throw xml.damaged(null);
                }
            }
            xml.drain();
        }
        return found;
    }

    /** A target is relative to the folder of the part that names it, unless it begins with a slash. */
    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring("../".length());
        }
        return base + (rest.startsWith("./") ? rest.substring("./".length()) : rest);
    }

    private void readWorkbook(String part) throws IOException {
        try (XmlEvents xml = new XmlEvents(parts.open(part))) {
            boolean root = true;
            while (xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                if (root && !xml.name().equals("workbook")) {
                    throw unknown("OOXML " + xml.name());
                }
                root = false;
                if (xml.name().equals("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.name().equals("sheet")) {
                    addSheet(xml);
                }
            }
            xml.drain();
        }
    }

    private void addSheet(XmlEvents xml) {
        String id = xml.attribute("id");
        String name = xml.attribute("name");
        if (name == null || sheets.size() > MAX_RELATIONS) {
            throw xml.damaged(null);
        }
        relations.stream()
                // sheets of charts, dialogues and macros have no cells
                .filter(relation -> relation.type().endsWith("/worksheet"))
                .filter(relation -> relation.id() != null && relation.id().equals(id))
                .findFirst()
                .ifPresent(relation -> sheets.add(new SheetChoice.Sheet(
                        name,
                        relation.target(),
                        xml.attribute("state") == null || "visible".equals(xml.attribute("state")))));
    }

    static boolean isTrue(String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    List<SheetChoice.Sheet> sheets() {
        return sheets;
    }

    boolean datesFrom1904() {
        return from1904;
    }

    XmlEvents open(SheetChoice.Sheet sheet) throws IOException {
        return new XmlEvents(parts.open(sheet.place()));
    }

    /** The styles of cells, or the texts that they share. */
    Optional<XmlEvents> open(String kind) throws IOException {
        Optional<Relation> found = relations.stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .findFirst();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new XmlEvents(parts.open(found.get().target())));
    }

    private static UnreadableFileException unknown(String format) {
        return new UnreadableFileException(ConflictType.UNKNOWN_FORMAT, 0, null, format, null);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
