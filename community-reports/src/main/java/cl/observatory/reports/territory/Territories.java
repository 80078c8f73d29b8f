package cl.observatory.reports.territory;

import cl.observatory.events.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The communes and regions as they were last published; what is told of them is at most a minute old. */
@ApplicationScoped
public class Territories {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String COMMUNES = """
            select commune.code, commune.label_es, commune.label_en, commune.valid_to, province.parent as region
            from territory commune join territory province on province.code = commune.parent
            where commune.level = 'commune' order by commune.code
            """;

    private static final String REGIONS = """
            select code, label_es, label_en from territory
            where level = 'region' and coalesce(valid_to > :today::date, true) order by code
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AtomicReference<Copy> copy = new AtomicReference<>();

    Territories(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A commune.
     *
     * @param region code of the region that it lies in
     * @param validTo first day on which it no longer holds, null when it still does
     */
    public record Commune(String code, Labels labels, String region, LocalDate validTo) {

        public boolean holdsOn(LocalDate day) {
            return validTo == null || validTo.isAfter(day);
        }
    }

    public record Region(String code, Labels labels) {}

    private record Copy(Instant readAt, Map<String, Commune> communes, List<Region> regions) {}

    /** The commune of that code, if there is one today. */
    public Optional<Commune> commune(String code) {
        return Optional.ofNullable(copy().communes().get(code)).filter(commune -> commune.holdsOn(today()));
    }

    /** Those that there are on that day and not only before it, in the order of their codes. */
    public List<Commune> communes(LocalDate day) {
        return copy().communes().values().stream()
                .filter(commune -> commune.holdsOn(day))
                .sorted((left, right) -> left.code().compareTo(right.code()))
                .toList();
    }

    /** Those of today, in the order of their codes. */
    public List<Region> regions() {
        return copy().regions();
    }

    private Copy copy() {
        Copy kept = copy.get();
        Instant now = clock.instant();
        // before the first table has come, every question looks again
        if (kept != null
                && !kept.communes().isEmpty()
                && now.isBefore(kept.readAt().plus(FRESH))) {
            return kept;
        }
        Copy read = read(now);
        copy.set(read);
        return read;
    }

    private Copy read(Instant now) {
        return jdbi.inTransaction(handle -> new Copy(
                now,
                handle
                        .createQuery(COMMUNES)
                        .map((row, context) -> new Commune(
                                row.getString("code"),
                                new Labels(row.getString("label_es"), row.getString("label_en")),
                                row.getString("region"),
                                row.getObject("valid_to", LocalDate.class)))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Commune::code, Function.identity())),
                handle.createQuery(REGIONS)
                        .bind("today", today())
                        .map((row, context) -> new Region(
                                row.getString("code"),
                                new Labels(row.getString("label_es"), row.getString("label_en"))))
                        .list()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHILE);
    }
}
