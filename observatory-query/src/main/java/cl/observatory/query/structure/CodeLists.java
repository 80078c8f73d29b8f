package cl.observatory.query.structure;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.answer.Words;
import cl.observatory.query.classification.Classifications;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.Territories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lists that codes of data sets come from. */
@ApplicationScoped
class CodeLists {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$-]+");

    private final Territories territories;
    private final Classifications classifications;

    CodeLists(Territories territories, Classifications classifications) {
        this.territories = territories;
        this.classifications = classifications;
    }

    /**
     * @param parent null at the top of its tree
     */
    record ListedCode(String id, String parent, Labels labels) {}

    record CodeList(String id, Labels labels, List<ListedCode> codes) {}

    /** Those that the components of every data set have. */
    List<CodeList> common() {
        return List.of(
                coded("FREQ", Stream.of(Frequency.values()).map(Frequency::name)),
                new CodeList(
                        id("REF_AREA"),
                        Words.of("sdmx.REF_AREA"),
                        territories.within("CL", null, null).stream()
                                .map(area -> new ListedCode(area.code(), area.parent(), area.labels()))
                                .toList()),
                coded("OBS_STATUS", Stream.of(ObsStatus.values()).map(ObsStatus::name)),
                coded("CONF_STATUS", Stream.of("F", "C")));
    }

    private static CodeList coded(String component, Stream<String> codes) {
        return new CodeList(
                id(component),
                Words.of("sdmx." + component),
                codes.map(code -> new ListedCode(code, null, Words.of("sdmx." + component + '.' + code)))
                        .toList());
    }

    /** That of a dimension; empty when its classification is not here yet, or has codes that are none of SDMX. */
    Optional<CodeList> of(DatasetDefined.Dimension dimension) {
        return classifications
                .find(dimension.scheme())
                .filter(found -> !found.codes().isEmpty())
                .filter(found -> found.codes().stream()
                        .allMatch(code -> ID.matcher(code.code()).matches()))
                .map(found -> {
                    List<ListedCode> codes = new ArrayList<>();
                    for (Code code : found.codes()) {
                        codes.add(new ListedCode(code.code(), code.parent(), code.labels()));
                    }
                    codes.add(new ListedCode(DatasetDefined.Dimension.TOTAL, null, Words.of("sdmx.TOTAL")));
                    return new CodeList(id(dimension.scheme()), new Labels(found.scheme(), found.scheme()), codes);
                });
    }

    /** The id of the list of a component or of a classification. */
    static String id(String name) {
        return "CL_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }
}
