package cl.observatory.ingest.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.territory.Territories;
import cl.observatory.ingest.territory.TerritoryTable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnTerritoriesTest {

    private static final Territories TERRITORIES = TerritoryTable.TERRITORIES;

    @Test
    void communeIncludesItselfAlone() {
        OwnTerritories own = own("13101");

        assertTrue(own.includes("13101"));
        for (String other : List.of("13102", "131", "13", "CL", "01101", "99999", "")) {
            assertFalse(own.includes(other), other);
        }
    }

    @Test
    void regionIncludesWhatLiesWithinIt() {
        OwnTerritories own = own("13");

        for (String within : List.of("13", "131", "13101", "13605")) {
            assertTrue(own.includes(within), within);
        }
        for (String other : List.of("CL", "05", "05101", "01", "1")) {
            assertFalse(own.includes(other), other);
        }
    }

    @Test
    void unboundIncludesEverything() {
        assertTrue(OwnTerritories.ALL.includes("13101"));
        assertTrue(OwnTerritories.ALL.isAll());
        assertEquals(List.of(), OwnTerritories.ALL.codes());
    }

    @Test
    void codeThatIsNoTerritoryIncludesNothing() {
        OwnTerritories own = own("99999");

        assertFalse(own.isAll());
        assertFalse(own.includes("99999"));
        assertFalse(own.includes("13101"));
        assertFalse(own.cover(List.of("99999")));
    }

    @Test
    void whatIsLargerCoversWhatLiesWithin() {
        assertTrue(own("13").cover(own("13101", "13102").codes()));
        assertTrue(own("13", "05").cover(own("131", "05101").codes()));
        assertTrue(own("13101").cover(own("13101").codes()));
        assertFalse(own("13101").cover(own("13").codes()));
        assertFalse(own("13").cover(own("13101", "05101").codes()));
    }

    @Test
    void onlyTheUnboundCoverTheWholeCountry() {
        assertTrue(OwnTerritories.ALL.cover(OwnTerritories.ALL.codes()));
        assertTrue(OwnTerritories.ALL.cover(List.of("13101")));
        assertFalse(own("13").cover(OwnTerritories.ALL.codes()));
    }

    private static OwnTerritories own(String... codes) {
        return OwnTerritories.of(Set.of(codes), TERRITORIES);
    }
}
