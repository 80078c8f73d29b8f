package cl.observatory.query.classification;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.ClassificationPublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Classification",
        description = "A tree of codes, the bundles made of them, and their counterparts in another scheme.")
record ClassificationView(String scheme, Labels labels, List<CodeView> items, List<BundleView> bundles) {

    @Schema(name = "ClassificationCode")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeView(
            String code,
            String parent,

            @Schema(description = "The scheme's own name of the level.")
            String level,

            Labels labels,
            List<CorrespondenceView> correspondences) {}

    @Schema(name = "CodeCorrespondence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrespondenceView(
            @Schema(description = "= exact, < narrower, > broader, ~ partial.")
            String match,

            String scheme,
            String code,

            @Schema(description = "Attributes of the act that the counterpart is narrowed by.")
            List<String> tags,

            String note,
            LocalDate verifiedAt) {}

    @Schema(name = "CodeBundle", description = "A named set of codes that is reported as one figure.")
    record BundleView(
            String code,
            Labels labels,
            List<String> members,

            @Schema(description = "Whether it only stands in for what its name says.")
            boolean proxy,

            String note) {}

    static ClassificationView of(ClassificationPublished classification) {
        Map<String, List<CorrespondenceView>> counterparts = classification.correspondences().stream()
                .collect(Collectors.groupingBy(
                        ClassificationPublished.Correspondence::code,
                        Collectors.mapping(
                                found -> new CorrespondenceView(
                                        found.match(),
                                        found.targetScheme(),
                                        found.targetCode(),
                                        found.tags(),
                                        found.note(),
                                        found.verifiedAt()),
                                Collectors.toList())));
        return new ClassificationView(
                classification.scheme(),
                classification.labels(),
                classification.codes().stream()
                        .map(code -> new CodeView(
                                code.code(),
                                code.parent(),
                                code.level(),
                                code.labels(),
                                counterparts.getOrDefault(code.code(), List.of())))
                        .toList(),
                classification.bundles().stream()
                        .map(bundle -> new BundleView(
                                bundle.code(), bundle.labels(), bundle.members(), bundle.proxy(), bundle.note()))
                        .toList());
    }
}
