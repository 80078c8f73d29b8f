package cl.observatory.query.observation;

import cl.observatory.query.answer.Format;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.file.FileText;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * SDMX-JSON 2.0.0: the structure first, with all codes and their names, then series of observations, or observations that
 * stand alone, by the places of their codes in it. Without anything to tell there is neither.
 */
final class SdmxJsonForm implements TextForm {

    private static final MediaType SDMX_JSON = MediaType.valueOf(Format.SDMX_JSON + ";version=" + Format.SDMX_VERSION);
    private static final byte[] NULL = FileText.bytes("null");
    private static final byte[] COMMA = FileText.bytes(",");
    private static final byte[] KEY = FileText.bytes("\"");
    private static final byte[] OBSERVATION = FileText.bytes("\":[");
    private static final byte[] END_OF_OBSERVATION = FileText.bytes("]");
    private static final byte[] END_OF_SERIES = FileText.bytes("}}");

    private static final List<byte[]> STATUSES = Stream.of(ObsStatus.values())
            .map(status -> FileText.bytes(Integer.toString(status.rank())))
            .toList();

    private final RowOfCells cells;
    private final SdmxComponents components;
    private final CubeAxes.Places places;
    private final String beginning;
    private final boolean isEmpty;
    private final List<Cell> observation;

    SdmxJsonForm(SdmxJsonStructure structure) {
        this.cells = structure.cells();
        this.components = structure.components();
        this.places = structure.axes().places();
        this.beginning = structure.beginning();
        this.isEmpty = structure.axes().isEmpty();
        this.observation = observation();
    }

    @FunctionalInterface
    private interface Cell {
        void add(FileText text, ResultSet row) throws SQLException;
    }

    /** What an observation has, in the order in which the structure lists it. */
    private List<Cell> observation() {
        List<Cell> all = new ArrayList<>();
        if (components.value()) {
            all.add((text, row) -> cells.addValue(text, row, NULL));
        }
        if (components.tells("OBS_STATUS")) {
            all.add((text, row) -> text.raw(STATUSES.get(cells.statusOf(row).rank())));
        }
        if (components.tells("CONF_STATUS")) {
            all.add((text, row) -> text.number(SdmxJsonStructure.CONFIDENTIALITY.indexOf(cells.isSuppressed(row)), 0));
        }
        for (int i = 0; i < cells.attributes().size(); i++) {
            int place = i;
            if (components.tells(cells.attributes().get(i).name())) {
                all.add((text, row) -> cells.addAttribute(text, row, place, NULL));
            }
        }
        return all;
    }

    @Override
    public MediaType mediaType() {
        return SDMX_JSON;
    }

    @Override
    public String extension() {
        return "sdmx.json";
    }

    @Override
    public String beginning() {
        return beginning;
    }

    @Override
    public boolean isSeparated() {
        return true;
    }

    @Override
    public OfSeries rowsOf(String area, String dimensions) {
        String key = places.keyOf(area, dimensions);
        return components.flat() ? new Alone(key) : new Together(key);
    }

    @Override
    public void writeEnd(OutputStream target) throws IOException {
        target.write(FileText.bytes(isEmpty ? "]}}" : "}}]}}"));
    }

    private void addObservation(FileText text, ResultSet row) throws SQLException {
        text.number(places.ofPeriod(cells.ordinal(row)), 0).raw(OBSERVATION);
        for (int i = 0; i < observation.size(); i++) {
            if (i > 0) {
                text.raw(COMMA);
            }
            observation.get(i).add(text, row);
        }
        text.raw(END_OF_OBSERVATION);
    }

    /** Observations that each have the whole key. */
    private final class Alone implements OfSeries {

        private final byte[] key;

        Alone(String series) {
            this.key = FileText.bytes(",\"" + series + ':');
        }

        @Override
        public void add(FileText text, ResultSet row) throws SQLException {
            text.raw(key);
            addObservation(text, row);
        }
    }

    /** Observations of a series, which have its key together. */
    private final class Together implements OfSeries {

        private final byte[] beginning;
        private boolean isFirst = true;

        Together(String series) {
            this.beginning = FileText.bytes(",\"" + series + "\":{\"observations\":{");
        }

        @Override
        public void begin(FileText text) {
            text.raw(beginning);
        }

        @Override
        public void add(FileText text, ResultSet row) throws SQLException {
            if (!isFirst) {
                text.raw(COMMA);
            }
            isFirst = false;
            text.raw(KEY);
            addObservation(text, row);
        }

        @Override
        public void end(FileText text) {
            text.raw(END_OF_SERIES);
        }
    }
}
