package cl.observatory.query.catalog;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as a page: text, headings and tables, without styles, scripts or pictures, which the gateway would not let
 * a browser load anyway.
 *
 * @param language of its words
 * @param words by their keys, without {@code catalog.page.}
 */
record CatalogPage(String language, String title, String description, Map<String, String> words, List<Entry> datasets)
        implements TemplateInstance {

    /**
     * A data set.
     *
     * @param release what can be taken away, null without a release
     */
    record Entry(String id, String title, String description, Released release) {}

    record Released(
            String publisher,
            String licence,
            String periods,
            int sequence,
            String day,
            String archive,
            String reference,
            List<File> files) {}

    record File(String name, String address) {}
}
