package cl.observatory.query.catalog;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.answer.Words;
import cl.observatory.query.catalog.CatalogPage.Entry;
import cl.observatory.query.catalog.CatalogPage.File;
import cl.observatory.query.catalog.CatalogPage.Released;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the data sets to people. */
@ApplicationScoped
class CatalogPages {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final List<String> WORDS =
            List.of("contents", "publisher", "licence", "periods", "release", "files", "archive", "reference", "none");

    private final Datasets datasets;
    private final Releases releases;

    CatalogPages(Datasets datasets, Releases releases) {
        this.datasets = datasets;
        this.releases = releases;
    }

    String page(Locale language) {
        return new CatalogPage(
                        language.getLanguage(),
                        Words.of("catalog.title").in(language),
                        Words.of("catalog.description").in(language),
                        WORDS.stream()
                                .collect(Collectors.toMap(
                                        word -> word,
                                        word -> Words.of("catalog.page." + word).in(language))),
                        datasets.list().stream()
                                .map(dataset -> entry(dataset, language))
                                .toList())
                .render();
    }

    private Entry entry(DatasetDefined dataset, Locale language) {
        return new Entry(
                dataset.id(),
                dataset.title().in(language),
                Catalog.description(dataset).in(language),
                releases.findKept(dataset.id(), null)
                        .map(release -> released(dataset, release.published()))
                        .orElse(null));
    }

    private static Released released(DatasetDefined dataset, ReleasePublished release) {
        String itself = "/v1/releases/" + release.releaseId();
        return new Released(
                dataset.source().publisher(),
                dataset.source().licence(),
                Stream.of(release.firstPeriod(), release.lastPeriod())
                        .distinct()
                        .collect(Collectors.joining(" – ")),
                release.sequence(),
                LocalDate.ofInstant(release.publishedAt(), CHILE).toString(),
                itself + "/archive",
                itself + "/reference",
                Catalog.FORMS.stream()
                        .map(form -> new File(form.toString(), Catalog.address(dataset, form)))
                        .toList());
    }
}
