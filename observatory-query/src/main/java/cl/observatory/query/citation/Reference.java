package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import cl.observatory.query.file.Download;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How data are named in a list of works.
 *
 * @param key within such a list
 * @param title of the data
 * @param authors who published what they are made of
 * @param issued day of the newest release
 * @param accessed day on which they were read, null when it does not matter
 * @param version the releases
 * @param url where they are found
 * @param note what else identifies them
 */
public record Reference(
        String key,
        Labels title,
        List<String> authors,
        LocalDate issued,
        LocalDate accessed,
        Labels version,
        String url,
        String note) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SPECIAL = "&%$#_{}";

    Download in(ReferenceFormat format, Locale language) {
        return Download.of(written(format, language), format.mediaType());
    }

    public String written(ReferenceFormat format, Locale language) {
        return switch (format) {
            case text -> text(language);
            case bibtex -> bibtex(language);
            case cslJson -> csl(language);
        };
    }

    private String text(Locale language) {
        Labels told = accessed == null
                ? Words.of("citation.text", names(), year(), title, version, publisher(), url, note)
                : Words.of(
                        "citation.text.read",
                        names(),
                        year(),
                        title,
                        version,
                        publisher(),
                        accessed.toString(),
                        url,
                        note);
        return told.in(language) + '\n';
    }

    /** Type {@code misc}, which every style knows; double braces keep names and titles as they are. */
    private String bibtex(Locale language) {
        String names = authors.stream().map(name -> "{" + escaped(name) + "}").collect(Collectors.joining(" and "));
        StringBuilder entry = new StringBuilder("@misc{").append(key);
        field(entry, "author", names);
        field(entry, "title", "{" + escaped(title.in(language)) + "}");
        field(entry, "year", year());
        field(entry, "howpublished", "{" + escaped(publisher().in(language)) + "}");
        field(entry, "version", escaped(version.in(language)));
        field(entry, "url", url);
        if (accessed != null) {
            field(entry, "urldate", accessed.toString());
        }
        field(entry, "note", escaped(note));
        field(entry, "language", language.getLanguage());
        return entry.append("\n}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }

    private String csl(Locale language) {
        ObjectNode item = JSON.objectNode();
        item.put("id", key);
        item.put("type", "dataset");
        item.put("title", title.in(language));
        ArrayNode names = item.putArray("author");
        authors.forEach(name -> names.addObject().put("literal", name));
        item.put("publisher", publisher().in(language));
        item.set("issued", date(issued));
        if (accessed != null) {
            item.set("accessed", date(accessed));
        }
        item.put("version", version.in(language));
        item.put("URL", url);
        item.put("note", note);
        item.put("language", language.getLanguage());
        return JSON.arrayNode().add(item).toString();
    }

    private static ObjectNode date(LocalDate day) {
        ObjectNode date = JSON.objectNode();
        date.putArray("date-parts")
                .addArray()
                .add(day.getYear())
                .add(day.getMonthValue())
                .add(day.getDayOfMonth());
        return date;
    }

    private String names() {
        return String.join("; ", authors);
    }

    private String year() {
        return Integer.toString(issued.getYear());
    }

    private static Labels publisher() {
        return Words.of("catalog.publisher");
    }

    /** Text that TeX would take for commands. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\').append((char) character);
            } else {
                escaped.append(
                        switch (character) {
                            case '\\' -> "{\\textbackslash}";
                            case '~' -> "{\\textasciitilde}";
                            case '^' -> "{\\textasciicircum}";
                            case '\n', '\r' -> " ";
                            default -> Character.toString(character);
                        });
            }
        });
        return escaped.toString();
    }
}
