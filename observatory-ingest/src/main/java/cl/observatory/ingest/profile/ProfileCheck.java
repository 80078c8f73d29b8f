package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.profile.ImportProfile.Origin;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether an import profile fits its data set; gathers everything that does not. */
final class ProfileCheck {

    private static final String COMPONENTS = "components";

    /** Of many codes that do not exist, as many are told. */
    private static final int CODES_TOLD = 10;

    /** A zero is a value that was observed, whatever a publisher may say. */
    private static final Pattern ZERO = Pattern.compile("[-+]?0+([.,]0+)?");

    private final DatasetDefined dataset;
    private final ImportProfile asked;
    private final List<Fault> faults = new ArrayList<>();

    ProfileCheck(DatasetDefined dataset, ImportProfile asked) {
        this.dataset = dataset;
        this.asked = asked;
    }

    List<Fault> faults(Territories territories, Classifications classifications) {
        Set<String> required = Profiles.requiredComponents(dataset);
        required.stream()
                .filter(component -> !asked.components().containsKey(component))
                .forEach(component -> refuse("COMPONENT_MISSING", List.of(COMPONENTS, component), component));
        asked.components().forEach((component, origin) -> checkOrigin(component, origin, required));
        checkCodes(ObservationBatch.REF_AREA, territories.codes(dataset.level())::contains);
        checkCodes(ObservationBatch.OBS_STATUS, Profiles.STATUSES::contains);
        dataset.dimensions()
                .forEach(dimension -> checkCodes(dimension.id(), classifications.codes(dimension.scheme())::contains));
        checkPeriods();
        if (asked.thousandsSeparator() != null
                && asked.thousandsSeparator().equals(asked.withDefaults().decimalSeparator())) {
            faults.add(Fault.inBody("/thousandsSeparator", "SEPARATORS_EQUAL"));
        }
        List<String> missing = asked.withDefaults().missing();
        for (int i = 0; i < missing.size(); i++) {
            if (ZERO.matcher(missing.get(i).strip()).matches()) {
                faults.add(Fault.inBody(JsonPointer.to("missing", i), "ZERO_IS_A_VALUE"));
            }
        }
        return faults;
    }

    private void checkOrigin(String component, Origin origin, Set<String> required) {
        if (!required.contains(component) && !component.equals(ObservationBatch.OBS_STATUS)) {
            refuse("COMPONENT_UNKNOWN", List.of(COMPONENTS, component), component);
        }
        if ((origin.column() == null) == (origin.constant() == null)) {
            refuse("COLUMN_OR_CONSTANT", List.of(COMPONENTS, component), component);
        }
        if (origin.format() != null && !component.equals(ObservationBatch.TIME_PERIOD)) {
            refuse("FORMAT_WITHOUT_PERIOD", List.of(COMPONENTS, component, "format"), component);
        }
        if (component.equals(ObservationBatch.OBS_VALUE) && (origin.codes() != null || origin.column() == null)) {
            refuse("VALUE_FROM_COLUMN", List.of(COMPONENTS, component), component);
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
        PeriodReader reader = new PeriodReader(frequency, origin.format());
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
        if (constant != null && (codes == null ? !known.test(constant) : !codes.containsKey(constant))) {
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

    private void unknownCode(String component, String field, String code) {
        faults.add(Fault.inBody(JsonPointer.to(COMPONENTS, component, field), "CODE_UNKNOWN", code, component));
    }

    private void refuse(String fault, List<String> place, String component) {
        faults.add(Fault.inBody(JsonPointer.to(place.toArray()), fault, component, dataset.id()));
    }
}
