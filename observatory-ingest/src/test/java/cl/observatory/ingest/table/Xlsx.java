package cl.observatory.ingest.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX workbook, part by part. */
final class Xlsx {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    /** Every part except the sheet and the texts. */
    static final List<String> FRAME =
            List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml");

    private static final String RELATIONS = "<Relationships xmlns='x'>%s</Relationships>";
    private static final String RELATION = "<Relationship Id='%s' Type='http://relationships/%s' Target='%s'/>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Xlsx() {
        part("[Content_Types].xml", "<Types/>");
        part("_rels/.rels", RELATIONS.formatted(RELATION.formatted("r", "officeDocument", "xl/workbook.xml")));
        workbook("", "<sheet name='Data' sheetId='1' r:id='r1'/>");
        part(
                "xl/_rels/workbook.xml.rels",
                RELATIONS.formatted(RELATION.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                        + RELATION.formatted("r2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + RELATION.formatted("r3", "sharedStrings", "sharedStrings.xml")
                        + RELATION.formatted("r4", "styles", "styles.xml")
                        + RELATION.formatted("r5", "chartsheet", "chartsheets/sheet1.xml")));
        part("xl/sharedStrings.xml", "<sst/>");
        part("xl/styles.xml", "<styleSheet/>");
    }

    /** A workbook of one sheet with these rows. */
    static Xlsx of(String rows) {
        return new Xlsx().sheet(SHEET, rows);
    }

    Xlsx sheet(String name, String rows) {
        return part(name, "<worksheet xmlns='x'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    Xlsx workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'>" + properties + "<sheets>" + sheets + "</sheets></workbook>");
    }

    Xlsx texts(String texts) {
        return part("xl/sharedStrings.xml", "<sst xmlns='x'>" + texts + "</sst>");
    }

    Xlsx part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Xlsx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    String text(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
