package cl.observatory.query.revision;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.cube.Attributes;
import cl.observatory.query.file.Download;
import cl.observatory.query.file.Exports;
import cl.observatory.query.file.FileText;
import cl.observatory.query.release.Releases;
import cl.observatory.query.revision.ChangedCell.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The differences between two releases as a file: a row for each cell that differs, with what it was and what it became. */
@ApplicationScoped
class DiffFiles {

    private static final int CELLS_OF_PIECE = 5_000;
    private static final byte[] COMMA = FileText.bytes(",");
    private static final byte[] END = FileText.bytes("\r\n");
    private static final List<String> ATTRIBUTES = Stream.of(Attributes.COLUMNS.split(", ", -1))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .toList();

    private final Pairs pairs;
    private final Releases releases;
    private final ChangedCells cells;
    private final Exports exports;

    DiffFiles(Pairs pairs, Releases releases, ChangedCells cells, Exports exports) {
        this.pairs = pairs;
        this.releases = releases;
        this.cells = cells;
        this.exports = exports;
    }

    /**
     * @throws ProblemException when there is no such release, one was removed, or they are not of the same data set
     */
    Download csv(UUID id, UUID other) {
        Compared compared = pairs.compared(id, other);
        DatasetDefined dataset = compared.dataset();
        Exports.Deadline deadline = exports.begin();
        return new Download(
                Download.tag(header(dataset) + id + other),
                Download.CSV,
                Map.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d-%d.csv\""
                                .formatted(
                                        dataset.id(),
                                        compared.before().published().sequence(),
                                        compared.after().published().sequence())),
                target -> {
                    target.write(FileText.bytes(header(dataset)));
                    write(target, compared, deadline);
                });
    }

    private void write(OutputStream target, Compared compared, Exports.Deadline deadline) throws IOException {
        FileText text = new FileText();
        int series = 0;
        LocalDate behind = LocalDate.of(1, 1, 1);
        boolean isOver = false;
        while (!isOver) {
            deadline.check();
            List<ChangedCell> piece = read(compared, series, behind);
            isOver = piece.size() < CELLS_OF_PIECE;
            text.clear();
            piece.forEach(cell -> add(text, cell, compared.dataset()));
            text.writeTo(target, 0, text.length());
            if (!isOver) {
                series += piece.getLast().place();
                behind = piece.getLast().period();
            }
        }
    }

    private List<ChangedCell> read(Compared compared, int series, LocalDate behind) {
        int[] some = compared.revision().from(series, CELLS_OF_PIECE);
        if (some.length == 0) {
            return List.of();
        }
        return exports.read(() -> {
            List<ChangedCell> piece =
                    cells.read(compared.pair(), compared.dataset().hasEstimates(), some, behind, CELLS_OF_PIECE);
            // what was removed for a disclosure in the meantime is not told
            releases.read(compared.pair().before());
            releases.read(compared.pair().after());
            return piece;
        });
    }

    private static String header(DatasetDefined dataset) {
        List<String> names = new ArrayList<>(List.of("REF_AREA", "TIME_PERIOD"));
        dataset.dimensions().stream().map(DatasetDefined.Dimension::id).forEach(names::add);
        names.add("CHANGE");
        for (String side : List.of("_BEFORE", "")) {
            names.add("OBS_VALUE" + side);
            names.add("OBS_STATUS" + side);
            if (dataset.hasEstimates()) {
                ATTRIBUTES.forEach(attribute -> names.add(attribute + side));
            }
        }
        names.add("DIFFERENCE");
        return names.stream().map(FileText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static void add(FileText text, ChangedCell cell, DatasetDefined dataset) {
        Period period = Period.containing(dataset.frequency(), cell.period());
        Stream<String> codes = dataset.dimensions().isEmpty()
                ? Stream.of()
                : Stream.of(cell.dimensions().split("\\|", -1));
        text.raw(FileText.bytes(Stream.of(
                        Stream.of(cell.area(), period.toString()),
                        codes,
                        Stream.of(cell.kind().name()))
                .flatMap(part -> part)
                .map(FileText::cell)
                .collect(Collectors.joining(","))));
        add(text, cell.before(), dataset);
        add(text, cell.after(), dataset);
        add(text, cell.difference(), dataset.decimals());
        text.raw(END);
    }

    private static void add(FileText text, State state, DatasetDefined dataset) {
        add(text, state == null ? null : state.value(), dataset.decimals());
        text.raw(COMMA);
        if (state != null) {
            text.raw(FileText.bytes(state.status().name()));
        }
        if (dataset.hasEstimates()) {
            Attributes attributes = state == null ? Attributes.NONE : state.attributes();
            add(text, attributes.standardError(), dataset.decimals());
            add(text, attributes.lower(), dataset.decimals());
            add(text, attributes.upper(), dataset.decimals());
            add(text, attributes.sampleSize(), 0);
            add(text, attributes.degreesOfFreedom(), 0);
        }
    }

    private static void add(FileText text, Long whole, int decimals) {
        text.raw(COMMA);
        if (whole != null) {
            text.number(whole, decimals);
        }
    }
}
