package cl.observatory.query.measure;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.Words;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Which territories there are in the division that a question is asked in, and where they are no longer the same. */
@ApplicationScoped
public class Divisions {

    private final Territories territories;
    private final Periods periods;

    Divisions(Territories territories, Periods periods) {
        this.territories = territories;
        this.periods = periods;
    }

    LocalDate today() {
        return periods.today();
    }

    /** Whether there is such a territory: today, or on the last day of the period. */
    boolean holds(Territory territory, Period period, Boundaries boundaries) {
        return territory.holdsOn(
                switch (boundaries) {
                    case current -> today();
                    case asWas -> period.plus(1).start().minusDays(1);
                });
    }

    /** The same, of the territories that there are, and of others that the data speak of. */
    public Measures.Measured only(Measures.Measured measured) {
        return measured.keeping(
                measure -> measure.hasData() || holds(measure.territory(), measure.period(), measured.boundaries()));
    }

    /**
     * From when on territories are made of others than before. In the division of today there is nothing of the kind, but
     * for what cannot be carried to it: cells of a level above the communes.
     */
    List<Break> breaks(List<String> areas, DatasetDefined dataset, Frequency frequency, Boundaries boundaries) {
        if (boundaries == Boundaries.current && dataset.level().equals("commune")) {
            return List.of();
        }
        return territories.changes(areas).stream()
                .map(change -> new Break(
                        dataset.id(),
                        Period.containing(frequency, change.day()),
                        new BreaksDefined.Break(
                                change.day().toString(),
                                "TERRITORY",
                                Words.of(
                                        "break.TERRITORY",
                                        change.code(),
                                        change.day().toString()),
                                null),
                        change.code()))
                .toList();
    }
}
