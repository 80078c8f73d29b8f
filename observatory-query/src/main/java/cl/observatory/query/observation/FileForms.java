package cl.observatory.query.observation;

import cl.observatory.query.answer.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The forms of files, made for one slice each. */
@ApplicationScoped
class FileForms {

    private static final String AREAS = "select distinct ref_area from series where " + SliceSql.SERIES;
    private static final String CODES = "select distinct dimensions from series where " + SliceSql.SERIES;

    private final Jdbi jdbi;

    FileForms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    FileForm of(Format format, SdmxComponents components, AskedSlice asked, Locale language) {
        RowOfCells cells = new RowOfCells(asked.dataset(), asked.periods().frequency());
        return switch (format) {
            case csv -> new CsvForm(cells);
            case ndjson -> new NdjsonForm(cells);
            case sdmxCsv -> new SdmxCsvForm(cells, components);
            case sdmxJson -> new SdmxJsonForm(new SdmxJsonStructure(cells, axes(asked), components, asked, language));
            case jsonStat -> new JsonStatForm(cells, axes(asked), asked, language);
            case parquet -> new ParquetForm(cells, asked);
            case json -> throw new IllegalArgumentException("JSON comes in pages");
        };
    }

    private CubeAxes axes(AskedSlice asked) {
        return CubeAxes.of(asked, texts(asked, AREAS), texts(asked, CODES));
    }

    private List<String> texts(AskedSlice asked, String sql) {
        return asked.slice()
                .filter(slice -> !slice.isEmpty())
                .map(slice -> jdbi.withHandle(handle -> {
                    Query query = SliceSql.bindSeries(handle.createQuery(sql), slice);
                    return query.mapTo(String.class).list();
                }))
                .orElse(List.of());
    }
}
