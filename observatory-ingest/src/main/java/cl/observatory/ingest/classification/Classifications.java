package cl.observatory.ingest.classification;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.ClassificationPublished.Bundle;
import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.ClassificationPublished.Correspondence;
import cl.observatory.ingest.reference.ReferenceFile;
import cl.observatory.ingest.reference.ReferenceFile.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The classifications by scheme. Immutable; a file that breaks a tree or names an unknown code stops the start. */
@ApplicationScoped
public class Classifications {

    public static final String CEAD = "CEAD-2024";
    public static final String ICCS = "ICCS-1.0";

    private final Map<String, ClassificationPublished> byScheme;

    Classifications() {
        ReferenceFile iccsCodes = ReferenceFile.read("classifications/iccs.csv");
        ReferenceFile ceadCodes = ReferenceFile.read("classifications/cead-2024.csv");
        ReferenceFile ceadToIccs = ReferenceFile.read("classifications/cead-2024-iccs.csv");
        ReferenceFile bundles = ReferenceFile.read("bundles.csv");
        ClassificationPublished iccs = new ClassificationPublished(
                ICCS,
                ReferenceFile.version(iccsCodes),
                new Labels(
                        "Clasificación Internacional de Delitos con Fines Estadísticos, códigos en uso",
                        "International Classification of Crime for Statistical Purposes, codes in use"),
                iccsCodes.rows().map(Classifications::code).toList(),
                List.of(),
                List.of());
        ClassificationPublished cead = new ClassificationPublished(
                CEAD,
                ReferenceFile.version(ceadCodes, ceadToIccs, bundles),
                new Labels(
                        "Clasificación de casos policiales del CEAD, 2024",
                        "CEAD classification of police cases, 2024"),
                ceadCodes.rows().map(Classifications::code).toList(),
                ceadToIccs.rows().flatMap(row -> correspondence(row).stream()).toList(),
                bundles.rows().map(Classifications::bundle).toList());
        byScheme = Map.of(CEAD, cead, ICCS, iccs);
        checkTree(iccs);
        checkTree(cead);
        cead.correspondences().forEach(correspondence -> {
            require(codes(CEAD).contains(correspondence.code()), "unknown code " + correspondence.code());
            require(codes(ICCS).contains(correspondence.targetCode()), "unknown code " + correspondence.targetCode());
        });
        cead.bundles()
                .forEach(bundle ->
                        require(codes(CEAD).containsAll(bundle.members()), "unknown member of " + bundle.code()));
    }

    public Collection<ClassificationPublished> all() {
        return byScheme.values();
    }

    public Optional<ClassificationPublished> find(String scheme) {
        return Optional.ofNullable(byScheme.get(scheme));
    }

    /** The codes of a scheme at every level of its tree; none for an unknown scheme. */
    public Set<String> codes(String scheme) {
        return find(scheme).stream()
                .flatMap(classification -> classification.codes().stream())
                .map(Code::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void checkTree(ClassificationPublished classification) {
        Set<String> codes = codes(classification.scheme());
        require(codes.size() == classification.codes().size(), classification.scheme() + " names a code twice");
        classification.codes().stream()
                .filter(code -> code.parent() != null)
                .forEach(code -> require(codes.contains(code.parent()), "unknown parent of " + code.code()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("classifications: " + otherwise);
        }
    }

    private static Code code(Row row) {
        return new Code(
                row.text("code"),
                row.text("parent"),
                row.text("level"),
                new Labels(row.text("label_es"), row.text("label_en")));
    }

    /** Empty for a code that has no counterpart; the note of the file says why. */
    private static Optional<Correspondence> correspondence(Row row) {
        if (row.text("match") == null) {
            return Optional.empty();
        }
        return Optional.of(new Correspondence(
                row.text("code"),
                row.text("match"),
                ICCS,
                row.text("iccs_code"),
                row.text("tags") == null ? List.of() : List.of(row.text("tags").split(" ")),
                row.text("note"),
                row.date("verified_at")));
    }

    private static Bundle bundle(Row row) {
        return new Bundle(
                row.text("code"),
                new Labels(row.text("label_es"), row.text("label_en")),
                List.of(row.text("members").split(" ")),
                Boolean.parseBoolean(row.text("proxy")),
                row.text("note"));
    }
}
