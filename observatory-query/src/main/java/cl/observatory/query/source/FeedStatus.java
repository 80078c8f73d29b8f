package cl.observatory.query.source;

import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.events.time.Period;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source stands with one of the data sets that its files fill.
 *
 * @param observation what last became of its files, null when nothing is known
 * @param lastPeriod the last period that was published, or that was delivered where nothing is published yet; null when
 *     there is neither
 * @param state as of the instant it was asked for
 * @param since when the state began; null for a source that is on time or never delivered
 * @param expectedBy when the next period is due; null when nothing ever came
 */
record FeedStatus(
        SourceDefined.Feed feed,
        SourceObserved observation,
        String lastPeriod,
        SourceState state,
        Instant since,
        Instant expectedBy) {

    /**
     * @param published the last period of the data set's release, empty without one
     */
    static FeedStatus of(
            SourceDefined.Feed feed,
            Timetable timetable,
            SourceObserved observation,
            Optional<String> published,
            Instant now) {
        String last = published
                .or(() -> Optional.ofNullable(observation)
                        .map(SourceObserved::delivery)
                        .map(SourceObserved.Delivery::lastPeriod))
                .orElse(null);
        Instant due = Optional.ofNullable(last)
                .flatMap(Period::parse)
                .map(timetable::dueAfter)
                .orElse(null);
        if (observation != null && observation.state().equals(SourceObserved.CHANGED_SHAPE)) {
            return new FeedStatus(feed, observation, last, SourceState.CHANGED_SHAPE, observation.since(), due);
        }
        if (last == null) {
            return new FeedStatus(feed, observation, null, SourceState.NEVER_DELIVERED, null, null);
        }
        boolean late = due != null && !now.isBefore(due);
        return new FeedStatus(
                feed, observation, last, late ? SourceState.LATE : SourceState.ON_TIME, late ? due : null, due);
    }
}
