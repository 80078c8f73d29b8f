package cl.observatory.query.measure;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.List;

/** Builds measures of the year 2024, whole unless it is said otherwise. */
public final class MeasureBuilder {

    private final Territory territory;
    private int year = 2024;
    private Long count;
    private Long population;
    private int months = 12;
    private int cells = 12;
    private int expectedCells = 12;
    private long silentPeople;

    private MeasureBuilder(Territory territory) {
        this.territory = territory;
    }

    public static MeasureBuilder in(int position) {
        return new MeasureBuilder(territory(position, null, null));
    }

    public static MeasureBuilder in(LocalDate validFrom, LocalDate validTo) {
        return new MeasureBuilder(territory(1, validFrom, validTo));
    }

    static Territory territory(int position, LocalDate validFrom, LocalDate validTo) {
        return new Territory(
                "%05d".formatted(position),
                TerritoryLevel.commune,
                "000",
                new Labels("a", "a"),
                position,
                null,
                validFrom,
                validTo);
    }

    public MeasureBuilder of(int number) {
        year = number;
        return this;
    }

    public MeasureBuilder cases(long number) {
        count = number;
        return this;
    }

    public MeasureBuilder among(long people) {
        population = people;
        return this;
    }

    public MeasureBuilder ofMonths(int number) {
        months = number;
        cells = number;
        return this;
    }

    public MeasureBuilder cells(int reported, int expected) {
        cells = reported;
        expectedCells = expected;
        return this;
    }

    public MeasureBuilder silent(long people) {
        silentPeople = people;
        return this;
    }

    public Measure measure() {
        double factor = population == null ? 1 : 100_000.0 / population;
        return new Measure(
                territory,
                Period.ofYear(year),
                count,
                population == null ? null : Divisor.people(population),
                count == null ? null : count * factor,
                count == null ? null : Interval.ofCount(count).times(factor),
                ObsStatus.A,
                List.of(),
                new Measure.Coverage(
                        12, count == null ? 0 : months, count == null ? 0 : cells, expectedCells, silentPeople),
                count == null ? Measure.Reason.NO_DATA : null,
                0,
                true,
                null);
    }
}
