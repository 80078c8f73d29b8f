package cl.observatory.ingest.disclosure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the mask of any plan, on made-up tables; a failure names the seed. */
class MaskPropertyTest {

    private static final int PLANS = 250;
    private static final BitSet NONE = new BitSet();

    /** A made-up data set with a plan. */
    private record Case(long seed, int k, Microdata data, Margins margins, LinkedCells cells) {

        static Case of(long seed) {
            Random random = new Random(seed);
            Microdata data = Microdata.random(random);
            Margins margins = data.plan(random);
            return new Case(seed, 3 + random.nextInt(3), data, margins, data.cells(margins));
        }

        Mask mask() {
            return new Suppression(cells, k).mask(NONE, NONE);
        }

        /** Hidden cells of which the auditor can tell too much. */
        List<Integer> found(BitSet hidden) {
            Auditor auditor = new Auditor(data, margins, cells, hidden);
            Protection protection = new Protection(k);
            return hidden.stream()
                    .filter(cell -> !protection.holds(auditor.range(cell)))
                    .boxed()
                    .toList();
        }

        String name() {
            return "seed " + seed;
        }
    }

    private static Stream<Case> cases() {
        return IntStream.range(0, PLANS).mapToObj(Case::of);
    }

    @Test
    void everySmallNumberIsHidden() {
        assertAll(cases().map(plan -> () -> {
            BitSet hidden = plan.mask().hidden();
            for (int cell = 0; cell < plan.cells.size(); cell++) {
                long value = plan.cells.value(cell);
                boolean small = value > 0 && value < plan.k;
                assertTrue(!small || !plan.cells.isServed(cell) || hidden.get(cell), plan.name());
            }
        }));
    }

    @Test
    void theAuditorFindsNothing() {
        assertAll(cases().map(plan ->
                () -> assertEquals(List.of(), plan.found(plan.mask().hidden()), plan.name())));
    }

    @Test
    void theAuditorFindsACompanionThatIsShown() {
        // Given
        int weakened = 0;
        int found = 0;
        for (Case plan : cases().toList()) {
            BitSet mask = plan.mask().hidden();
            for (int companion : mask.stream().toArray()) {
                long value = plan.cells.value(companion);
                if (value == 0 || value >= plan.k) {
                    // When
                    BitSet hidden = (BitSet) mask.clone();
                    hidden.clear(companion);
                    boolean exposes = !plan.found(hidden).isEmpty();
                    weakened++;
                    found += exposes ? 1 : 0;
                    // Then
                    assertTrue(exposes || !leavesOneAlone(plan, hidden), plan.name());
                }
            }
        }
        assertTrue(found > weakened * 3 / 4 && weakened > PLANS, found + " of " + weakened);
    }

    /** Whether some sum of served cells has just one that is hidden. */
    private static boolean leavesOneAlone(Case plan, BitSet hidden) {
        return plan.cells.sums().stream()
                .filter(sum -> sum.cells().allMatch(plan.cells::isServed))
                .anyMatch(sum -> sum.cells().filter(hidden::get).count() == 1);
    }

    @Test
    void theAttackFindsWhatTheAuditorFindsOfAnyMask() {
        int found = 0;
        for (Case plan : cases().toList()) {
            // Given
            Random random = new Random(plan.seed);
            BitSet hidden = new BitSet();
            BitSet known = new BitSet();
            for (int cell = 0; cell < plan.cells.size(); cell++) {
                if (plan.cells.isServed(cell)) {
                    (random.nextInt(3) == 0 ? hidden : known).set(cell);
                }
            }
            Protection protection = new Protection(plan.k);
            Attack attack = new Attack(
                    plan.cells, known, protection, new FeasibleValues(plan.cells, protection), 2 + random.nextInt(9));
            // When
            TreeSet<Integer> exposed = new TreeSet<>();
            attack.components().forEach(component -> exposed.addAll(attack.exposed(component, hidden)));
            // Then
            assertEquals(plan.found(hidden), List.copyOf(exposed), plan.name());
            found += exposed.size();
        }
        assertTrue(found > PLANS, "only " + found);
    }

    @Test
    void theSameInputGivesTheSameMask() {
        cases().limit(40)
                .forEach(plan -> assertEquals(plan.mask(), Case.of(plan.seed).mask(), plan.name()));
    }
}
