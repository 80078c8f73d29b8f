package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.ClassificationPublished.Bundle;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.DatasetDefined.Dimension;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.IndicatorDefined.Bundled;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes out which cells an indicator adds up: bundles become codes, and what cannot be used becomes a fault. */
@ApplicationScoped
class Selections {

    /** Of many dimensions that do not exist, as many are told. */
    private static final int DIMENSIONS_TOLD = 10;

    private final Classifications classifications;

    Selections(Classifications classifications) {
        this.classifications = classifications;
    }

    /**
     * @param pointer to the selection
     * @param faults to which those of the selection are added; the result is of use only when there are none
     */
    IndicatorDefined.Selection read(
            String pointer, NewIndicator.Selection asked, DatasetDefined dataset, List<Fault> faults) {
        unknownDimensions(pointer, asked, dataset, faults);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        List<Bundled> bundles = new ArrayList<>();
        for (Dimension dimension : dataset.dimensions()) {
            Asked of = new Asked(pointer, dimension, asked, faults);
            List<Bundled> bundled = bundles(of);
            List<String> codes = codes(of, bundled, dataset);
            filters.put(dimension.id(), codes);
            bundles.addAll(bundled);
            if (codes.size() > 1 && !dataset.addsUp()) {
                faults.add(Fault.inBody(of.place("filters"), "ONE_CODE_EACH", dataset.id()));
            }
        }
        return new IndicatorDefined.Selection(dataset.id(), filters, bundles.isEmpty() ? null : bundles);
    }

    /** Whether all that one selection adds up is added up by another of the same data set as well. */
    boolean isPart(IndicatorDefined.Selection part, IndicatorDefined.Selection whole, DatasetDefined dataset) {
        return dataset.dimensions().stream().allMatch(dimension -> {
            List<String> some = whole.filters().get(dimension.id());
            CodeTree tree = tree(dimension.scheme());
            return some.contains(Dimension.TOTAL)
                    || part.filters().get(dimension.id()).stream().allMatch(code -> tree.isCovered(code, some));
        });
    }

    /** What is asked of one dimension. */
    private record Asked(String pointer, Dimension dimension, NewIndicator.Selection selection, List<Fault> faults) {

        List<String> codes() {
            return selection.filters().getOrDefault(dimension.id(), List.of());
        }

        List<String> bundles() {
            return selection.bundles() == null
                    ? List.of()
                    : selection.bundles().getOrDefault(dimension.id(), List.of());
        }

        String place(String member) {
            return pointer + JsonPointer.to(member, dimension.id());
        }

        void refuse(String place, String code, Object... arguments) {
            faults.add(Fault.inBody(place, code, arguments));
        }
    }

    private static void unknownDimensions(
            String pointer, NewIndicator.Selection asked, DatasetDefined dataset, List<Fault> faults) {
        List<String> ids = dataset.dimensions().stream().map(Dimension::id).toList();
        Map<String, List<String>> bundles = asked.bundles() == null ? Map.of() : asked.bundles();
        Stream.concat(
                        asked.filters().keySet().stream().map(id -> List.of("filters", id)),
                        bundles.keySet().stream().map(id -> List.of("bundles", id)))
                .filter(place -> !ids.contains(place.getLast()))
                .limit(DIMENSIONS_TOLD)
                .forEach(place -> faults.add(Fault.inBody(
                        pointer + JsonPointer.to(place.getFirst(), place.getLast()),
                        "DIMENSION_UNKNOWN",
                        place.getLast(),
                        dataset.id())));
    }

    private List<Bundled> bundles(Asked asked) {
        List<Bundled> bundles = new ArrayList<>();
        for (int i = 0; i < asked.bundles().size(); i++) {
            String place = asked.place("bundles") + "/" + i;
            String code = asked.bundles().get(i);
            Optional<Bundle> bundle = known(asked.dimension().scheme())
                    .filter(some -> some.code().equals(code))
                    .findFirst();
            if (bundle.isEmpty()) {
                asked.refuse(
                        place,
                        "BUNDLE_UNKNOWN",
                        code,
                        asked.dimension().scheme(),
                        String.join(
                                ", ",
                                known(asked.dimension().scheme())
                                        .map(Bundle::code)
                                        .toList()));
            } else if (asked.bundles().indexOf(code) != i) {
                asked.refuse(place, "CODE_TWICE", code);
            } else {
                bundles.add(bundled(asked.dimension().id(), bundle.get()));
            }
        }
        return bundles;
    }

    private static Bundled bundled(String dimension, Bundle bundle) {
        return new Bundled(dimension, bundle.code(), bundle.labels(), bundle.members(), bundle.proxy(), bundle.note());
    }

    /** Those that are named; or all members of the bundles, where none are named. */
    private List<String> codes(Asked asked, List<Bundled> bundles, DatasetDefined dataset) {
        if (asked.codes().isEmpty() && asked.bundles().isEmpty()) {
            asked.refuse(
                    asked.place("filters"),
                    "DIMENSION_WITHOUT_CODES",
                    asked.dimension().id(),
                    dataset.id());
            return List.of();
        }
        boolean isTotal = asked.codes().equals(List.of(Dimension.TOTAL))
                && asked.bundles().isEmpty();
        if (isTotal && dataset.hidesSmallCounts()) {
            return asked.codes();
        }
        List<String> members =
                bundles.stream().flatMap(bundle -> bundle.members().stream()).toList();
        if (asked.codes().isEmpty()) {
            checkCodes(asked, "bundles", members);
            return members;
        }
        checkCodes(asked, "filters", asked.codes());
        CodeTree tree = tree(asked.dimension().scheme());
        Set<String> named = tree.leaves(asked.codes());
        if (!bundles.isEmpty() && !named.equals(tree.leaves(members))) {
            asked.refuse(
                    asked.place("filters"),
                    "CODES_OF_ANOTHER_BUNDLE",
                    String.join(", ", asked.bundles()),
                    String.join(", ", members));
        }
        return asked.codes();
    }

    private void checkCodes(Asked asked, String member, List<String> codes) {
        CodeTree tree = tree(asked.dimension().scheme());
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String place = asked.place(member) + (member.equals("filters") ? "/" + i : "");
            if (!tree.has(code)) {
                asked.refuse(place, "CODE_UNKNOWN", code, asked.dimension().scheme());
                continue;
            }
            if (codes.indexOf(code) != i) {
                asked.refuse(place, "CODE_TWICE", code);
            }
            tree.holderOf(code, codes).ifPresent(above -> asked.refuse(place, "CODE_WITHIN_ANOTHER", code, above));
        }
    }

    private Stream<Bundle> known(String scheme) {
        return classifications.find(scheme).map(ClassificationPublished::bundles).stream()
                .flatMap(List::stream);
    }

    private CodeTree tree(String scheme) {
        return new CodeTree(classifications.find(scheme).orElseThrow().codes());
    }
}
