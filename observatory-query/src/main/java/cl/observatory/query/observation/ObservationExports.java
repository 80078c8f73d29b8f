package cl.observatory.query.observation;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Format;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.file.Download;
import cl.observatory.query.file.Exports;
import cl.observatory.query.release.Releases;
import cl.observatory.query.source.Sources;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers with slices of a data set as files, whole and streamed: memory holds one page, however long the file is. */
@ApplicationScoped
class ObservationExports {

    static final String RELEASE = "Observatory-Release";
    static final String WARNINGS = "Observatory-Warnings";

    /** A page takes a megabyte or two, with what the driver holds of it. */
    private static final int ROWS_OF_PAGE = 10_000;

    private final ObservationSlices slices;
    private final ObservationWarnings warnings;
    private final FileForms forms;
    private final FilePages pages;
    private final Sources sources;
    private final Exports exports;

    ObservationExports(
            ObservationSlices slices,
            ObservationWarnings warnings,
            FileForms forms,
            FilePages pages,
            Sources sources,
            Exports exports) {
        this.slices = slices;
        this.warnings = warnings;
        this.forms = forms;
        this.pages = pages;
        this.sources = sources;
        this.exports = exports;
    }

    /**
     * The first page is read before this returns: what fails until then can still be told.
     *
     * @throws ProblemException when there is no such data set, or a filter does not fit it
     */
    Download file(ObservationQuestion question, Format format, Locale language) {
        AskedSlice asked = read(question);
        Begun begun = begin(asked, forms.of(format, SdmxComponents.all(asked.dataset()), asked, language));
        return download(begun, question, language);
    }

    /**
     * The same, empty when there is nothing to tell.
     *
     * @param components of the data set, that are told
     */
    Optional<Download> file(ObservationQuestion question, Format format, SdmxComponents components, Locale language) {
        AskedSlice asked = read(question);
        Begun begun = begin(asked, forms.of(format, components, asked, language));
        return begun.isEmpty() ? Optional.empty() : Optional.of(download(begun, question, language));
    }

    /** Every cell of a release. */
    Download whole(Releases.Visible release, Format format, Locale language) {
        ReleasePublished published = release.published();
        ObservationQuestion everything = new ObservationQuestion(
                published.datasetId(), List.of(), null, "CL", null, List.of(), published.publishedAt(), null);
        AskedSlice asked = slices.read(everything, new Parameters()).of(release);
        FileForm form = forms.of(format, SdmxComponents.all(asked.dataset()), asked, language);
        return download(begin(asked, form), everything, language);
    }

    private AskedSlice read(ObservationQuestion question) {
        Parameters parameters = new Parameters();
        AskedSlice asked = slices.read(question, parameters);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return asked;
    }

    /** A file whose first page has been read. */
    private record Begun(
            AskedSlice asked, FileForm form, FileForm.Content content, Optional<FilePages.Reading> reading) {

        boolean isEmpty() {
            return reading.isEmpty() || (reading.get().isOver() && reading.get().isEmpty());
        }
    }

    private Begun begin(AskedSlice asked, FileForm form) {
        FileForm.Content content = form.begin();
        Optional<FilePages.Reading> reading = begin(content, asked);
        reading.ifPresent(FilePages.Reading::next);
        return new Begun(asked, form, content, reading);
    }

    private Download download(Begun file, ObservationQuestion question, Locale language) {
        Exports.Deadline deadline = exports.begin();
        return new Download(
                tag(file.asked(), file.form()),
                file.form().mediaType(),
                headers(file.asked(), question, file.form(), language),
                target -> {
                    file.content().writeBeginning(target);
                    if (file.reading().isPresent()) {
                        write(target, file.reading().get(), deadline);
                    }
                    file.content().writeEnd(target);
                });
    }

    private Optional<FilePages.Reading> begin(FileForm.Content content, AskedSlice asked) {
        int periods = asked.told().map(PeriodRange::periods).map(List::size).orElse(1);
        return asked.slice()
                .map(slice -> pages.begin(
                        slice,
                        content,
                        asked.release().orElseThrow().published().releaseId(),
                        Math.max(1, ROWS_OF_PAGE / periods)));
    }

    /** What was read already goes first. */
    private void write(OutputStream target, FilePages.Reading reading, Exports.Deadline deadline) throws IOException {
        reading.writeTo(target);
        while (!reading.isOver()) {
            deadline.check();
            reading.next();
            reading.writeTo(target);
        }
    }

    /** What a file says follows from these; territories and codes may be known by another name, but not in a file. */
    private static String tag(AskedSlice asked, FileForm form) {
        return Download.tag(Stream.of(
                        asked.release()
                                .map(found -> found.published().releaseId()
                                        + found.published().checksum()),
                        asked.since().map(found -> found.published().releaseId()),
                        asked.selection().codes(),
                        asked.periods(),
                        asked.codes(),
                        asked.dataset().decimals(),
                        form.mediaType(),
                        form.frame())
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    }

    private Map<String, String> headers(
            AskedSlice asked, ObservationQuestion question, FileForm form, Locale language) {
        String dataset = asked.dataset().id();
        Map<String, String> headers = new LinkedHashMap<>();
        asked.release().map(Releases.Visible::published).ifPresent(release -> {
            headers.put(RELEASE, release.releaseId().toString());
            headers.put(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s-%d.%s\"".formatted(dataset, release.sequence(), form.extension()));
        });
        headers.put(HttpHeaders.LINK, described(asked, form));
        String told = warnings(asked, question, language);
        if (!told.isEmpty()) {
            headers.put(WARNINGS, told);
        }
        return headers;
    }

    /** Where the rest of what to know is told. */
    private static String described(AskedSlice asked, FileForm form) {
        String dataset = "/v1/datasets/" + asked.dataset().id();
        Stream<String> told = Stream.concat(
                        asked.release().stream()
                                .map(release ->
                                        "/v1/releases/" + release.published().releaseId()),
                        Stream.of(
                                dataset,
                                "/v1/annotations?dataset=" + asked.dataset().id()))
                .map(path -> describedBy(path, MediaType.APPLICATION_JSON));
        Stream<String> columns = form instanceof CsvForm
                ? Stream.of(describedBy(dataset + "/csv-metadata", CsvMetadataResource.CSVM))
                : Stream.of();
        return Stream.concat(told, columns).collect(Collectors.joining(", "));
    }

    private static String describedBy(String path, String mediaType) {
        return "<%s>; rel=\"describedby\"; type=\"%s\"".formatted(path, mediaType);
    }

    /** Their codes. */
    private String warnings(AskedSlice asked, ObservationQuestion question, Locale language) {
        SourceView source = SourceView.of(
                SourceView.Role.OBSERVATIONS,
                asked.dataset(),
                asked.release().map(Releases.Visible::standing).orElse(null));
        return Stream.concat(
                        warnings.of(asked, question.asOf(), asked.told(), language).stream(),
                        sources.warnings(List.of(source), question.asOf(), language).stream())
                .map(Warning::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
