package cl.observatory.ingest.territory;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Succession;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.reference.ReferenceFile;
import cl.observatory.ingest.reference.ReferenceFile.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of territories: every region, province and commune with the codes it has or had, and the successions between
 * them. Immutable; a file that breaks the hierarchy stops the start.
 */
@ApplicationScoped
public class Territories {

    /** Levels from the largest to the smallest. */
    public static final List<String> LEVELS = List.of("country", "region", "province", "commune");

    private final TerritoriesPublished table;
    private final Map<String, Territory> byCode;

    Territories() {
        ReferenceFile territories = ReferenceFile.read("territories.csv");
        ReferenceFile successions = ReferenceFile.read("successions.csv");
        table = new TerritoriesPublished(
                ReferenceFile.version(territories, successions),
                territories.rows().map(Territories::territory).toList(),
                successions.rows().map(Territories::succession).toList());
        byCode = table.territories().stream().collect(Collectors.toMap(Territory::code, Function.identity()));
        table.territories().forEach(this::checkParent);
        table.successions().forEach(succession -> {
            require(byCode.containsKey(succession.from()), "unknown predecessor " + succession.from());
            require(byCode.containsKey(succession.to()), "unknown successor " + succession.to());
        });
    }

    public TerritoriesPublished table() {
        return table;
    }

    public Optional<Territory> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The codes of one level, past ones included. */
    public Set<String> codes(String level) {
        return table.territories().stream()
                .filter(territory -> territory.level().equals(level))
                .map(Territory::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void checkParent(Territory territory) {
        int level = LEVELS.indexOf(territory.level());
        require(level >= 0, "unknown level of " + territory.code());
        if (level == 0) {
            require(territory.parent() == null, territory.code() + " has a parent");
            return;
        }
        Territory parent = byCode.get(territory.parent());
        require(
                parent != null && parent.level().equals(LEVELS.get(level - 1)),
                "the parent of " + territory.code() + " is not of the level above");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("territories: " + otherwise);
        }
    }

    private static Territory territory(Row row) {
        return new Territory(
                row.text("code"),
                row.text("level"),
                row.text("parent"),
                new Labels(row.text("label_es"), row.text("label_en")),
                Integer.parseInt(row.text("order")),
                row.text("iso"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.date("verified_at"));
    }

    private static Succession succession(Row row) {
        return new Succession(
                row.text("from_code"),
                row.text("to_code"),
                row.date("effective_on"),
                row.text("weight") == null ? null : new BigDecimal(row.text("weight")),
                row.text("basis"),
                row.date("verified_at"));
    }
}
