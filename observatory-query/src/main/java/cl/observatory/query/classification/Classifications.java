package cl.observatory.query.classification;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The classifications that readers can ask for. */
@ApplicationScoped
public class Classifications {

    /** A scheme that may exist. */
    static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    private final Jdbi jdbi;

    Classifications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<ClassificationPublished> find(String scheme) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select definition from classification where scheme = :scheme")
                        .bind("scheme", scheme)
                        .map((row, context) -> StoredJson.read(row.getString(1), ClassificationPublished.class))
                        .findOne());
    }

    /** The names of a scheme's codes; none for an unknown scheme. */
    public Map<String, Labels> labels(String scheme) {
        return find(scheme).stream()
                .flatMap(classification -> classification.codes().stream())
                .collect(Collectors.toMap(Code::code, Code::labels));
    }

    /** The dimensions of a data set with the names of their codes. */
    public CodedDimensions dimensions(DatasetDefined dataset) {
        return new CodedDimensions(
                dataset.dimensions(),
                dataset.dimensions().stream()
                        .map(dimension -> labels(dimension.scheme()))
                        .toList());
    }
}
