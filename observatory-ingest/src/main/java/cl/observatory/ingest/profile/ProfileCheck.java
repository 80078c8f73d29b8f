package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.alias.NewAliasTable;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether the components of an import profile fit its data set; gathers everything that does not. */
final class ProfileCheck {

    private static final String COMPONENTS = "components";

    /** Of many codes that do not exist, as many are told. */
    private static final int CODES_TOLD = 10;

    /** A zero is a value that was observed, whatever a publisher may say. */
    private static final Pattern ZERO = Pattern.compile("[-+]?0+([.,]0+)?");

    private final DatasetDefined dataset;
    private final ImportProfile asked;
    private final Map<String, NewAliasTable> aliases;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param aliases the alias tables that the profile names, as far as there are such
     */
    ProfileCheck(DatasetDefined dataset, ImportProfile asked, Map<String, NewAliasTable> aliases) {
        this.dataset = dataset;
        this.asked = asked;
        this.aliases = aliases;
    }

    List<Fault> faults(Territories territories, Classifications classifications) {
        Set<String> required = Profiles.requiredComponents(dataset, asked.countsCases());
        required.stream()
                .filter(component -> !asked.components().containsKey(component))
                .forEach(component -> refuse("COMPONENT_MISSING", List.of(COMPONENTS, component), component));
        asked.components().forEach((component, origin) -> checkOrigin(component, origin, required));
        checkCodes(ObservationBatch.REF_AREA, territories.codes(dataset.level())::contains);
        checkCodes(ObservationBatch.OBS_STATUS, Profiles.STATUSES::contains);
        dataset.dimensions()
                .forEach(dimension -> checkCodes(dimension.id(), classifications.codes(dimension.scheme())::contains));
        checkPeriods();
        checkMissing();
        faults.addAll(new ShapeCheck(dataset, asked).faults());
        return faults;
    }

    private void checkOrigin(String component, Origin origin, Set<String> required) {
        boolean isValue = component.equals(ObservationBatch.OBS_VALUE);
        boolean isAttribute = Profiles.attributes(dataset).contains(component);
        if ((isValue || isAttribute) && asked.countsCases()) {
            refuse("CASES_HAVE_NO_VALUE", List.of(COMPONENTS, component), component);
        } else if (!required.contains(component) && !isAttribute && !component.equals(ObservationBatch.OBS_STATUS)) {
            refuse("COMPONENT_UNKNOWN", List.of(COMPONENTS, component), component);
        }
        if (Stream.of(origin.column(), origin.columns(), origin.constant())
                        .filter(source -> source != null)
                        .count()
                != 1) {
            refuse("COLUMN_OR_CONSTANT", List.of(COMPONENTS, component), component);
        }
        if (origin.mayBeAbsent() && required.contains(component)) {
            refuse("COMPONENT_REQUIRED", List.of(COMPONENTS, component, "optional"), component);
        }
        if (origin.format() != null && !component.equals(ObservationBatch.TIME_PERIOD)) {
            refuse("FORMAT_WITHOUT_PERIOD", List.of(COMPONENTS, component, "format"), component);
        }
        if ((isValue || isAttribute) && !isPlainColumn(origin)) {
            refuse(isValue ? "VALUE_FROM_COLUMN" : "ATTRIBUTE_FROM_COLUMN", List.of(COMPONENTS, component), component);
        }
        if (origin.extract() != null && !hasGroup(origin.extract())) {
            refuse("EXTRACT_UNUSABLE", List.of(COMPONENTS, component, "extract"), origin.extract());
        }
        checkAliases(component, origin);
    }

    private static boolean isPlainColumn(Origin origin) {
        return origin.column() != null
                && origin.codes() == null
                && origin.extract() == null
                && origin.aliases() == null;
    }

    private static boolean hasGroup(String expression) {
        return RegularExpressions.compile(expression)
                .filter(pattern -> pattern.groupCount() > 0)
                .isPresent();
    }

    private void checkAliases(String component, Origin origin) {
        if (origin.aliases() == null) {
            return;
        }
        NewAliasTable table = aliases.get(component);
        String scheme = component.equals(ObservationBatch.REF_AREA)
                ? NewAliasTable.TERRITORY
                : dataset.dimensions().stream()
                        .filter(dimension -> dimension.id().equals(component))
                        .map(DatasetDefined.Dimension::scheme)
                        .findFirst()
                        .orElse(null);
        if (table == null) {
            refuse("ALIASES_UNKNOWN", List.of(COMPONENTS, component, "aliases"), origin.aliases());
        } else if (!table.scheme().equals(scheme)) {
            refuse("ALIASES_OF_OTHER_SCHEME", List.of(COMPONENTS, component, "aliases"), table.scheme());
        }
    }

    private void checkPeriods() {
        Origin origin = asked.components().get(ObservationBatch.TIME_PERIOD);
        if (origin == null) {
            return;
        }
        Frequency frequency = dataset.frequency();
        if (origin.format() != null && !PeriodReader.canRead(frequency, origin.format())) {
            faults.add(Fault.inBody(
                    JsonPointer.to(COMPONENTS, ObservationBatch.TIME_PERIOD, "format"),
                    "FORMAT_UNUSABLE",
                    origin.format(),
                    frequency.name()));
            return;
        }
        PeriodReader reader = new PeriodReader(frequency, origin.format(), asked.countsCases());
        checkCodes(
                ObservationBatch.TIME_PERIOD,
                text -> reader.read(text).filter(reader::isOfFrequency).isPresent());
    }

    /** A code that the profile itself gives must exist. */
    private void checkCodes(String component, Predicate<String> known) {
        Origin origin = asked.components().get(component);
        if (origin == null) {
            return;
        }
        Map<String, String> codes = origin.codes();
        String constant = origin.constant();
        if (constant != null
                && origin.aliases() == null
                && (codes == null ? !known.test(constant) : !codes.containsKey(constant))) {
            unknownCode(component, "constant", constant);
        }
        if (codes != null) {
            codes.values().stream()
                    .distinct()
                    .filter(known.negate())
                    .limit(CODES_TOLD)
                    .forEach(code -> unknownCode(component, "codes", code));
        }
    }

    private void checkMissing() {
        List<String> missing = asked.withDefaults().missing();
        for (int i = 0; i < missing.size(); i++) {
            if (ZERO.matches(missing.get(i).strip())) {
                faults.add(Fault.inBody(JsonPointer.to("missing", i), "ZERO_IS_A_VALUE"));
            }
        }
    }

    private void unknownCode(String component, String field, String code) {
        faults.add(Fault.inBody(JsonPointer.to(COMPONENTS, component, field), "CODE_UNKNOWN", code, component));
    }

    private void refuse(String fault, List<String> place, String argument) {
        faults.add(Fault.inBody(JsonPointer.to(place.toArray()), fault, argument, dataset.id()));
    }
}
