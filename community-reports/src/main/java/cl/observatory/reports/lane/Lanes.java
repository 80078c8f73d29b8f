package cl.observatory.reports.lane;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import cl.observatory.reports.secret.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names lanes, and knows them all. */
@Startup
@ApplicationScoped
public class Lanes {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<Lane> all;

    /**
     * @throws IllegalStateException when a role that needs it has no key, or the key gives two lanes one number
     */
    Lanes(LaneConfig config, RoleConfig roles) {
        this.all = roles.has(Role.INTAKE) || roles.has(Role.MODERATION)
                ? lanes(
                        SecretFile.read(config.key()
                                .orElseThrow(() -> new IllegalStateException("reports.lane.key is not set"))),
                        config.groups())
                : List.of();
    }

    /**
     * @param commune its code, which begins with that of its region
     */
    public int of(Priority priority, String commune) {
        return all.stream()
                .filter(lane -> lane.priority() == priority)
                .filter(lane -> lane.regions().isEmpty() || lane.touches(commune))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** Those of a priority stand together, from the most to the least urgent; within, what no group has comes last. */
    public List<Lane> all() {
        return all;
    }

    private static List<Lane> lanes(byte[] key, List<String> groups) {
        List<Lane> lanes = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            for (String group : groups) {
                lanes.add(new Lane(number(key, priority, group), priority, List.of(group.split("\\+"))));
            }
            lanes.add(new Lane(number(key, priority, "rest"), priority, List.of()));
        }
        Set<Integer> numbers = new HashSet<>();
        if (!lanes.stream().map(Lane::number).allMatch(numbers::add)) {
            throw new IllegalStateException("The key of the lanes gives two of them one number; make another");
        }
        return List.copyOf(lanes);
    }

    private static int number(byte[] key, Priority priority, String group) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] name = mac.doFinal((priority + "|" + group).getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(name).getInt();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
