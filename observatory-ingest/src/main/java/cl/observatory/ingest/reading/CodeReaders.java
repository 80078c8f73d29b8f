package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.profile.PeriodReader;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.territory.Territories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The ways of reading a text as a code: territories, periods, codes of a classification, statuses. */
final class CodeReaders {

    private CodeReaders() {}

    /** The sender's CUT codes of the data set's level; leading zeros that a spreadsheet lost are put back. */
    static Function<String, Coded> territory(Schemes schemes, DatasetDefined dataset, Translation translation) {
        Territories territories = schemes.territories();
        Map<String, Integer> ordinals = ordinals(
                territories.table().territories().stream().map(Territory::code).toList());
        int length = switch (dataset.level()) {
            case "commune" -> 5;
            case "province" -> 3;
            default -> 2;
        };
        return text -> {
            String code = translation.code(text);
            if (code == null) {
                return refused(ConflictType.UNKNOWN_TERRITORY, text, translation, territories);
            }
            String padded =
                    code.length() == length - 1 && code.chars().allMatch(Character::isDigit) ? "0" + code : code;
            Optional<Territory> territory = territories.find(padded);
            if (territory.isEmpty()) {
                return Coded.refused(ConflictType.UNKNOWN_TERRITORY);
            }
            if (!territory.get().level().equals(dataset.level())) {
                return Coded.refused(ConflictType.WRONG_LEVEL);
            }
            return schemes.own().includes(padded)
                    ? Coded.of(padded, ordinals.get(padded))
                    : Coded.refused(ConflictType.OUTSIDE_OWN_TERRITORY);
        };
    }

    static Function<String, Coded> period(DatasetDefined dataset, PeriodReader reader, Translation translation) {
        return text -> {
            String written = translation.code(text);
            Optional<Period> period = written == null ? Optional.empty() : reader.read(written);
            if (period.isEmpty()) {
                return Coded.refused(ConflictType.MALFORMED_PERIOD);
            }
            return reader.isOfFrequency(period.get())
                    ? Coded.of(period.get().toString(), period.get().ordinal())
                    : Coded.refused(ConflictType.WRONG_FREQUENCY);
        };
    }

    static Function<String, Coded> classified(Classifications classifications, String scheme, Translation translation) {
        Map<String, Integer> ordinals = ordinals(List.copyOf(new TreeSet<>(classifications.codes(scheme))));
        return text -> {
            String code = translation.code(text);
            Integer ordinal = code == null ? null : ordinals.get(code);
            return ordinal == null
                    ? Coded.refused(
                            ConflictType.UNKNOWN_CODE, translation.likely(text).orElse(null))
                    : Coded.of(code, ordinal);
        };
    }

    /** An empty text states nothing, as A does: the value has the status of its release. */
    static Function<String, Coded> status(Translation translation) {
        return text -> {
            String translated = translation.code(text);
            boolean stated = !text.isBlank() || (translated != null && !translated.isBlank());
            String code = stated ? translated : "A";
            return code != null && Profiles.STATUSES.contains(code)
                    ? Coded.of(code, 0)
                    : Coded.refused(ConflictType.UNKNOWN_STATUS);
        };
    }

    /** With the likely code and its name, so that a person can tell whether it is the right one. */
    private static Coded refused(ConflictType conflict, String text, Translation translation, Territories territories) {
        return Coded.refused(
                conflict,
                translation
                        .likely(text)
                        .map(code -> territories
                                .find(code)
                                .map(territory ->
                                        code + " " + territory.labels().es())
                                .orElse(code))
                        .orElse(null));
    }

    private static Map<String, Integer> ordinals(List<String> codes) {
        Map<String, Integer> ordinals = new HashMap<>();
        codes.forEach(code -> ordinals.put(code, ordinals.size()));
        return Map.copyOf(ordinals);
    }
}
