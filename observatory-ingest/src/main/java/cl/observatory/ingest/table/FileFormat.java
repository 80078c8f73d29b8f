package cl.observatory.ingest.table;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a file is, told by how it begins. */
enum FileFormat {
    ZIP,
    OLE2,
    XML,
    JSON,
    TEXT,
    UNKNOWN;

    private static final List<String> PAGE = List.of("<!doctype html", "<html", "<head", "<body", "<table", "<meta");

    /** How files begin that nobody should take for a text. */
    private static final Map<String, String> OTHERS = Map.of(
            "%PDF", "PDF",
            "{\\rtf", "RTF",
            "Rar!", "RAR",
            "7z\u00bc\u00af", "7z",
            "\u00fd7zXZ", "XZ",
            "(\u00b5/\u00fd", "Zstandard",
            "BZh", "bzip2",
            "PAR1", "Parquet",
            "\u0089PNG", "PNG",
            "\u001f\u008b", "gzip");

    /**
     * @param head the first bytes of the file
     */
    static FileFormat of(byte[] head) {
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        String text = start(head);
        if (raw.startsWith("PK\u0003\u0004") || raw.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (raw.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE2;
        }
        if (name(head) != null) {
            return UNKNOWN;
        }
        if (text.startsWith("<")) {
            return XML;
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : TEXT;
    }

    /** What a file seems to be that is not read here; null when there is nothing to say. */
    static String name(byte[] head) {
        String text = start(head);
        String page = text.substring(0, Math.min(20, text.length())).toLowerCase(Locale.ROOT);
        if (PAGE.stream().anyMatch(page::startsWith)) {
            return "HTML";
        }
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        return OTHERS.entrySet().stream()
                .filter(other -> raw.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Length of the byte order mark and of the blank lines before the text; 0 where these are more than a byte each. */
    static int blank(byte[] head) {
        ByteOrderMark mark = ByteOrderMark.at(ByteBuffer.wrap(head));
        if (mark != null && mark != ByteOrderMark.UTF_8) {
            return 0;
        }
        int blank = mark == null ? 0 : mark.length();
        while (blank < head.length && head[blank] <= ' ' && head[blank] >= 0) {
            blank++;
        }
        return blank;
    }

    private static String start(byte[] head) {
        ByteOrderMark mark = ByteOrderMark.at(ByteBuffer.wrap(head));
        Charset charset = mark == null ? StandardCharsets.ISO_8859_1 : mark.charset();
        return new String(head, charset).replace("\ufeff", "").stripLeading();
    }
}
