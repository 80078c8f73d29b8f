package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether rules fit their data set; gathers everything that does not. */
final class RuleFaults {

    /** Of many codes that do not exist, as many are told. */
    private static final int CODES_TOLD = 10;

    private final DatasetDefined dataset;
    private final Territories territories;
    private final Classifications classifications;
    private final List<Fault> faults = new ArrayList<>();

    RuleFaults(DatasetDefined dataset, Territories territories, Classifications classifications) {
        this.dataset = dataset;
        this.territories = territories;
        this.classifications = classifications;
    }

    List<Fault> of(List<CheckRule> rules) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            CheckRule rule = rules.get(i);
            if (!names.add(rule.name())) {
                refuse("RULE_TWICE", i, "name", rule.name());
            }
            switch (rule) {
                case CheckRule.ValueDomain domain -> check(i, domain);
                case CheckRule.TotalOfParts totals -> check(i, totals);
                case CheckRule.ControlTotal control -> check(i, control);
                case CheckRule.Coverage coverage -> check(i, coverage);
                case CheckRule.PeriodRange range -> check(i, range);
                case CheckRule.Outliers _, CheckRule.Revision _, CheckRule.FuturePeriod _ -> {
                    // their bounds are all there is to them
                }
            }
        }
        return faults;
    }

    private void check(int place, CheckRule.ValueDomain rule) {
        if (rule.min() == null && rule.max() == null) {
            refuse("RULE_WITHOUT_BOUND", place, "min");
        } else if (rule.min() != null && rule.max() != null && rule.min().compareTo(rule.max()) > 0) {
            refuse("BOUNDS_CROSSED", place, "max", rule.min(), rule.max());
        }
    }

    private void check(int place, CheckRule.TotalOfParts rule) {
        checkAddsUp(place);
        String scheme = schemeOf(rule.dimension());
        if (scheme == null) {
            refuse("DIMENSION_UNKNOWN", place, "dimension", rule.dimension(), dataset.id());
            return;
        }
        Set<String> codes = classifications.codes(scheme);
        if (rule.total() == null) {
            if (rule.parts() != null) {
                refuse("PARTS_WITHOUT_TOTAL", place, "parts");
            }
            return;
        }
        if (!codes.contains(rule.total())) {
            refuse("CODE_UNKNOWN", place, "total", rule.total(), scheme);
        } else if (rule.parts() == null) {
            boolean hasParts = classifications.find(scheme).orElseThrow().codes().stream()
                    .anyMatch(code -> rule.total().equals(code.parent()));
            if (!hasParts) {
                refuse("TOTAL_WITHOUT_PARTS", place, "total", rule.total(), scheme);
            }
        } else {
            checkCodes(List.of("rules", place, "parts"), rule.parts(), codes, scheme);
            if (rule.parts().contains(rule.total())) {
                refuse("PART_OF_ITSELF", place, "parts", rule.total());
            }
        }
    }

    private void check(int place, CheckRule.ControlTotal rule) {
        checkAddsUp(place);
        boolean usable = Period.parse(rule.period())
                .filter(period -> period.frequency() == dataset.frequency() || period.frequency() == Frequency.A)
                .isPresent();
        if (!usable) {
            refuse("PERIOD_UNUSABLE", place, "period", rule.period(), dataset.frequency());
        }
        if (rule.filters() != null) {
            rule.filters().forEach((dimension, codes) -> {
                String scheme = schemeOf(dimension);
                List<Object> steps = List.of("rules", place, "filters", dimension);
                if (scheme == null) {
                    faults.add(Fault.inBody(
                            JsonPointer.to(steps.toArray()), "DIMENSION_UNKNOWN", dimension, dataset.id()));
                } else {
                    checkCodes(steps, codes, classifications.codes(scheme), scheme);
                }
            });
        }
        if (rule.territories() != null) {
            checkTerritories(List.of("rules", place, "territories"), rule.territories());
        }
    }

    private void check(int place, CheckRule.Coverage rule) {
        if (rule.territories() == null && rule.periods() == null) {
            refuse("RULE_WITHOUT_BOUND", place, "territories");
        }
        if (rule.except() != null) {
            checkTerritories(List.of("rules", place, "except"), rule.except());
        }
    }

    private void check(int place, CheckRule.PeriodRange rule) {
        if (rule.earliest() == null && rule.latest() == null) {
            refuse("RULE_WITHOUT_BOUND", place, "earliest");
            return;
        }
        Period earliest = checkPeriod(place, "earliest", rule.earliest());
        Period latest = checkPeriod(place, "latest", rule.latest());
        if (earliest != null && latest != null && earliest.compareTo(latest) > 0) {
            refuse("BOUNDS_CROSSED", place, "latest", earliest, latest);
        }
    }

    private void checkAddsUp(int place) {
        if (!dataset.addsUp()) {
            refuse("NEVER_ADDED_UP", place, "type", dataset.id());
        }
    }

    /** Null when there is none, or it cannot be used. */
    private Period checkPeriod(int place, String field, String text) {
        Period period = text == null
                ? null
                : Period.parse(text)
                        .filter(read -> read.frequency() == dataset.frequency())
                        .orElse(null);
        if (text != null && period == null) {
            refuse("PERIOD_UNUSABLE", place, field, text, dataset.frequency());
        }
        return period;
    }

    private void checkTerritories(List<Object> steps, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (territories.find(codes.get(i)).isEmpty()) {
                faults.add(
                        Fault.inBody(JsonPointer.to(steps.toArray()) + "/" + i, "CODE_UNKNOWN", codes.get(i), "CUT"));
            }
        }
    }

    private void checkCodes(List<Object> steps, List<String> codes, Set<String> known, String scheme) {
        int told = 0;
        for (int i = 0; i < codes.size() && told < CODES_TOLD; i++) {
            String pointer = JsonPointer.to(steps.toArray()) + "/" + i;
            if (!known.contains(codes.get(i))) {
                faults.add(Fault.inBody(pointer, "CODE_UNKNOWN", codes.get(i), scheme));
                told++;
            } else if (codes.indexOf(codes.get(i)) != i) {
                faults.add(Fault.inBody(pointer, "CODE_TWICE", codes.get(i)));
                told++;
            }
        }
    }

    private String schemeOf(String dimension) {
        return dataset.dimensions().stream()
                .filter(candidate -> candidate.id().equals(dimension))
                .map(DatasetDefined.Dimension::scheme)
                .findFirst()
                .orElse(null);
    }

    private void refuse(String fault, int place, String field, Object... arguments) {
        faults.add(Fault.inBody(JsonPointer.to("rules", place, field), fault, arguments));
    }
}
