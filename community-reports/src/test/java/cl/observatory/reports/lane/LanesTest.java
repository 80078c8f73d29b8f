package cl.observatory.reports.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {

    private static final List<String> GROUPS = List.of("05", "13", "11+12");

    @TempDir
    private Path folder;

    private record Fixed(Optional<Path> key, List<String> groups) implements LaneConfig {}

    private record Only(Set<Role> all) implements RoleConfig {}

    @Test
    void bothRolesGiveALaneOneNumber() throws IOException {
        Lanes intake = lanes(7, Role.INTAKE);
        Lanes moderation = lanes(7, Role.MODERATION);

        int number = intake.of(Priority.HIGH, "13116");

        Lane lane = moderation.all().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        assertEquals(Priority.HIGH, lane.priority());
        assertEquals(List.of("13"), lane.regions());
        assertTrue(lane.touches("13116"));
    }

    @Test
    void regionWithFewPeopleIsNotToldFromItsNeighbour() throws IOException {
        Lanes lanes = lanes(7, Role.INTAKE);

        assertEquals(lanes.of(Priority.LOW, "11101"), lanes.of(Priority.LOW, "12101"));
        assertNotEquals(lanes.of(Priority.LOW, "11101"), lanes.of(Priority.LOW, "13101"));
        assertNotEquals(lanes.of(Priority.LOW, "11101"), lanes.of(Priority.HIGH, "11101"));
    }

    @Test
    void regionOfNoGroupHasALaneToo() throws IOException {
        Lanes lanes = lanes(7, Role.INTAKE);

        assertEquals(lanes.of(Priority.NORMAL, "17101"), lanes.of(Priority.NORMAL, "01101"));
        assertEquals(12, lanes.all().stream().map(Lane::number).distinct().count());
    }

    @Test
    void withoutTheKeyNumbersTellNothing() throws IOException {
        Set<Integer> ours = numbers(lanes(7, Role.INTAKE));
        Set<Integer> theirs = numbers(lanes(8, Role.INTAKE));

        assertTrue(ours.stream().noneMatch(theirs::contains));
    }

    @Test
    void roleThatNeedsTheKeyDoesNotStartWithoutIt() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> new Lanes(new Fixed(Optional.empty(), GROUPS), new Only(Set.of(Role.INTAKE))));

        assertTrue(refused.getMessage().contains("reports.lane.key"));
        assertEquals(List.of(), new Lanes(new Fixed(Optional.empty(), GROUPS), new Only(Set.of(Role.MIGRATION))).all());
    }

    private static Set<Integer> numbers(Lanes lanes) {
        return lanes.all().stream().map(Lane::number).collect(Collectors.toSet());
    }

    private Lanes lanes(int secret, Role role) throws IOException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) secret);
        Path file = folder.resolve("lane-" + secret);
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new Lanes(new Fixed(Optional.of(file), GROUPS), new Only(Set.of(role)));
    }
}
