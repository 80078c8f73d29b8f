package cl.observatory.reports.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneConfigTest {

    @Test
    void everyRegionIsInOneGroup() {
        LaneConfig config = Configuration.of(Map.of()).getConfigMapping(LaneConfig.class);

        List<String> regions = config.groups().stream()
                .flatMap(group -> Arrays.stream(group.split("\\+")))
                .sorted()
                .toList();
        assertEquals(Optional.empty(), config.key());
        assertEquals(
                List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16"),
                regions);
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        LaneConfig config = Configuration.ofEnvironment(
                        Map.of("REPORTS_LANE_KEY", "/secret/lane", "REPORTS_LANE_GROUPS", "01+02,13"))
                .getConfigMapping(LaneConfig.class);

        assertEquals(Optional.of(Path.of("/secret/lane")), config.key());
        assertEquals(List.of("01+02", "13"), config.groups());
    }
}
