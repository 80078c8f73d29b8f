package cl.observatory.ingest.table;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a large file and reads it, in a JVM whose heap is far smaller. */
final class LargeFile {

    static final String READ = "read ";
    private static final int COLUMNS = 12;

    private LargeFile() {}

    /**
     * @param arguments {@code csv}, {@code ndjson} or {@code xlsx}, and how many rows
     */
    @SuppressWarnings("SystemOut")
    public static void main(String... arguments) throws IOException {
        long rows = Long.parseLong(arguments[1]);
        Path file = Files.createTempFile("observatory-large-", "." + arguments[0]);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                switch (arguments[0]) {
                    case "csv" -> writeCsv(out, rows);
                    case "ndjson" -> writeNdjson(out, rows);
                    default -> writeXlsx(out, rows);
                }
            }
            long begin = System.nanoTime();
            long read = read(file);
            System.out.printf(
                    "%s%d rows of %d MB in %.1f s%n",
                    READ, read, Files.size(file) >> 20, (System.nanoTime() - begin) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private static long read(Path file) throws IOException {
        FilesConfig limits = new Read.Limits(size(2L << 30), size(2L << 30), 100);
        // the header of a JSON document stands in no row of it
        long rows = file.toString().endsWith("ndjson") ? -1 : 0;
        try (InputStream in = Files.newInputStream(file);
                SourceStream source = SourceStream.open(in, OutputStream.nullOutputStream(), limits);
                Table table = Tables.open(source, Read.PLAIN)) {
            while (table.next()) {
                if (!table.fit(COLUMNS)) {
                    throw new IllegalStateException("row " + table.line());
                }
                rows++;
            }
            source.drain();
        }
        return rows;
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    private static String text(long row, int column) {
        return column == 0 ? "Comuna de la región número " + row : column % 3 == 1 ? "Delito " + row % 40 : "Ñuñoa";
    }

    private static void writeCsv(OutputStream out, long rows) throws IOException {
        StringBuilder line = new StringBuilder();
        for (long row = 0; row < rows; row++) {
            line.setLength(0);
            for (int column = 0; column < COLUMNS; column++) {
                line.append(column == 0 ? "" : ",").append(column % 2 == 0 ? text(row, column) : row + column);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeNdjson(OutputStream out, long rows) throws IOException {
        StringBuilder line = new StringBuilder();
        for (long row = 0; row < rows; row++) {
            line.setLength(0);
            for (int column = 0; column < COLUMNS; column++) {
                line.append(column == 0 ? "{" : ",")
                        .append("\"column")
                        .append(column)
                        .append("\":");
                line.append(column % 2 == 0 ? '"' + text(row, column) + '"' : row + column);
            }
            out.write(line.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As many distinct texts as there are rows. */
    private static void writeXlsx(OutputStream out, long rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out);
                PrintStream text =
                        new PrintStream(new BufferedOutputStream(zip, 1 << 16), false, StandardCharsets.UTF_8)) {
            for (String part : Xlsx.FRAME) {
                zip.putNextEntry(new ZipEntry(part));
                text.print(Xlsx.of("").text(part));
                text.flush();
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            text.print("<sst>");
            for (long row = 0; row < rows; row++) {
                text.print("<si><t>" + text(row, 0) + "</t></si>");
            }
            text.print("</sst>");
            text.flush();
            zip.putNextEntry(new ZipEntry(Xlsx.SHEET));
            text.print("<worksheet><sheetData>");
            for (long row = 0; row < rows; row++) {
                writeRow(text, row, rows);
            }
            text.print("</sheetData></worksheet>");
            text.flush();
        }
    }

    private static void writeRow(PrintStream text, long row, long rows) {
        text.print("<row r=\"" + (row + 1) + "\">");
        for (int column = 0; column < COLUMNS; column++) {
            String place = "<c r=\"" + (char) ('A' + column) + (row + 1) + '"';
            text.print(
                    column % 2 == 0
                            ? place + " t=\"s\"><v>" + (row * 7919 + column) % rows + "</v></c>"
                            : place + "><v>" + (row + column * 0.25) + "</v></c>");
        }
        text.print("</row>");
    }
}
