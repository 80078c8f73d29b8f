package cl.observatory.ingest.check;

import cl.observatory.ingest.check.ComparedCells.Found;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Outcome;
import java.util.List;

/** Makes findings of rules. */
final class Findings {

    private Findings() {}

    static Finding passed(CheckRule rule) {
        return new Finding(rule.name(), type(rule), rule.level(), Outcome.PASSED, null, 0, List.of(), List.of());
    }

    static Finding notApplicable(CheckRule rule, FindingCode why, Object... arguments) {
        return new Finding(
                rule.name(), type(rule), rule.level(), Outcome.NOT_APPLICABLE, why, 0, List.of(arguments), List.of());
    }

    static Finding found(CheckRule rule, FindingCode code, Found found, Object... arguments) {
        return found(rule, code, found.off(), found.examples(), arguments);
    }

    static Finding found(CheckRule rule, FindingCode code, long count, List<Example> examples, Object... arguments) {
        return new Finding(
                rule.name(), type(rule), rule.level(), Outcome.FOUND, code, count, List.of(arguments), examples);
    }

    /** As JSON writes it. */
    static String type(CheckRule rule) {
        return switch (rule) {
            case CheckRule.ValueDomain _ -> "VALUE_DOMAIN";
            case CheckRule.TotalOfParts _ -> "TOTAL_OF_PARTS";
            case CheckRule.ControlTotal _ -> "CONTROL_TOTAL";
            case CheckRule.Coverage _ -> "COVERAGE";
            case CheckRule.Outliers _ -> "OUTLIERS";
            case CheckRule.Revision _ -> "REVISION";
            case CheckRule.FuturePeriod _ -> "FUTURE_PERIOD";
            case CheckRule.PeriodRange _ -> "PERIOD_RANGE";
        };
    }
}
