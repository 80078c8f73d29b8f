package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.answer.Format;
import cl.observatory.query.parquet.ParquetColumn;
import cl.observatory.query.parquet.ParquetFile;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parquet with the columns of the CSV, each of its type: texts, integers, or decimal numbers with all their digits. What is
 * missing is null. The end of the file says of which release it is, and under which licence.
 */
final class ParquetForm implements FileForm {

    private static final MediaType PARQUET = MediaType.valueOf(Format.PARQUET);

    private final RowOfCells cells;
    private final Map<String, String> metadata;

    ParquetForm(RowOfCells cells, AskedSlice asked) {
        this.cells = cells;
        this.metadata = metadata(asked);
    }

    private List<ParquetColumn> columns() {
        DatasetDefined dataset = cells.dataset();
        List<ParquetColumn> columns = new ArrayList<>();
        columns.add(ParquetColumn.ofTexts("REF_AREA"));
        columns.add(ParquetColumn.ofTexts("TIME_PERIOD"));
        dataset.dimensions().forEach(dimension -> columns.add(ParquetColumn.ofTexts(dimension.id())));
        columns.add(ParquetColumn.ofNumbers("OBS_VALUE", dataset.decimals()));
        columns.add(ParquetColumn.ofTexts("OBS_STATUS"));
        cells.attributes()
                .forEach(attribute -> columns.add(
                        ParquetColumn.ofNumbers(attribute.name(), attribute.isScaled() ? dataset.decimals() : 0)));
        return columns;
    }

    /** By the words that other answers have for them. */
    private static Map<String, String> metadata(AskedSlice asked) {
        DatasetDefined dataset = asked.dataset();
        DatasetDefined.Source source = dataset.source();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("dataset", dataset.id());
        metadata.put("title.es", dataset.title().es());
        metadata.put("title.en", dataset.title().en());
        metadata.put("unit", dataset.unit());
        metadata.put("frequency", asked.periods().frequency().name());
        metadata.put("officialStatus", dataset.officialStatus());
        metadata.put("synthetic", Boolean.toString(dataset.synthetic()));
        metadata.put("publisher", source.publisher());
        metadata.put("publisherTitle", source.title());
        metadata.put("licence", source.licence());
        metadata.put("url", source.url());
        asked.release().ifPresent(found -> {
            ReleasePublished release = found.published();
            metadata.put("release", release.releaseId().toString());
            metadata.put("sequence", Integer.toString(release.sequence()));
            metadata.put("status", release.status());
            metadata.put("publishedAt", release.publishedAt().toString());
            metadata.put("checksum", release.checksum());
        });
        metadata.values().removeIf(Objects::isNull);
        return metadata;
    }

    @Override
    public MediaType mediaType() {
        return PARQUET;
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public String frame() {
        return columns() + metadata.toString() + ParquetFile.CREATED_BY;
    }

    @Override
    public Content begin() {
        return new ParquetContent(cells, columns(), metadata);
    }
}
