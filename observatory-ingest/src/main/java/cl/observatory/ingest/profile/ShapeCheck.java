package cl.observatory.ingest.profile;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Whether a profile says in a usable way which rows a file has; gathers everything that it does not. */
final class ShapeCheck {

    private final DatasetDefined dataset;
    private final ImportProfile asked;
    private final List<Fault> faults = new ArrayList<>();

    ShapeCheck(DatasetDefined dataset, ImportProfile asked) {
        this.dataset = dataset;
        this.asked = asked.withDefaults();
    }

    List<Fault> faults() {
        Header header = asked.header();
        if (header != null && header.names() != null && (header.row() != null || header.rows() != null)) {
            faults.add(Fault.inBody("/header/names", "HEADER_OR_NAMES"));
        }
        if (asked.unpivot() != null) {
            checkUnpivot(asked.unpivot());
        }
        checkConditions("dropRows", asked.dropRows());
        checkConditions("keepRows", asked.keepRows());
        checkConditions("expectRows", asked.expectRows());
        if (asked.thousandsSeparator() != null && asked.thousandsSeparator().equals(asked.decimalSeparator())) {
            faults.add(Fault.inBody("/thousandsSeparator", "SEPARATORS_EQUAL"));
        }
        if (!dataset.kind().equals("COUNT") && asked.zeroFill() != null) {
            faults.add(Fault.inBody("/zeroFill", "ONLY_FOR_COUNTS"));
        }
        if (!dataset.kind().equals("COUNT") && asked.countsCases()) {
            faults.add(Fault.inBody("/cases", "ONLY_FOR_COUNTS"));
        }
        return faults;
    }

    private void checkUnpivot(Unpivot unpivot) {
        Pattern pattern = RegularExpressions.compile(unpivot.columns()).orElse(null);
        if (pattern == null) {
            faults.add(Fault.inBody("/unpivot/columns", "EXPRESSION_MALFORMED", unpivot.columns()));
        } else if (pattern.namedGroups().isEmpty()) {
            faults.add(Fault.inBody("/unpivot/columns", "GROUP_MISSING"));
        }
    }

    private void checkConditions(String field, List<RowCondition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            RowCondition condition = conditions.get(i);
            if (!condition.saysOneThing()) {
                faults.add(Fault.inBody(JsonPointer.to(field, i), "CONDITION_UNCLEAR"));
            }
            if (condition.matches() != null
                    && RegularExpressions.compile(condition.matches()).isEmpty()) {
                faults.add(
                        Fault.inBody(JsonPointer.to(field, i, "matches"), "EXPRESSION_MALFORMED", condition.matches()));
            }
        }
    }
}
