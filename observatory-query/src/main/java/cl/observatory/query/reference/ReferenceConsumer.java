package cl.observatory.query.reference;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.annotation.AnnotationPublished;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.query.EventsIn;
import cl.observatory.query.Outcome;
import cl.observatory.query.TransientFailure;
import cl.observatory.query.alertrule.AlertRuleProjection;
import cl.observatory.query.annotation.AnnotationProjection;
import cl.observatory.query.boundary.BoundaryProjection;
import cl.observatory.query.breaks.BreaksProjection;
import cl.observatory.query.classification.ClassificationProjection;
import cl.observatory.query.dataset.DatasetProjection;
import cl.observatory.query.indicator.IndicatorProjection;
import cl.observatory.query.source.SourceProjection;
import cl.observatory.query.territory.TerritoryProjection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes reference data from Kafka. An event of a type that it does not know is none of its business. */
@ApplicationScoped
public class ReferenceConsumer {

    private static final String CHANNEL = "reference";

    private final EventsIn events;
    private final TerritoryProjection territories;
    private final ClassificationProjection classifications;
    private final DatasetProjection datasets;
    private final IndicatorProjection indicators;
    private final SourceProjection sources;
    private final AnnotationProjection annotations;
    private final BreaksProjection breaks;
    private final BoundaryProjection boundaries;
    private final AlertRuleProjection alertRules;

    ReferenceConsumer(
            EventsIn events,
            TerritoryProjection territories,
            ClassificationProjection classifications,
            DatasetProjection datasets,
            IndicatorProjection indicators,
            SourceProjection sources,
            AnnotationProjection annotations,
            BreaksProjection breaks,
            BoundaryProjection boundaries,
            AlertRuleProjection alertRules) {
        this.events = events;
        this.territories = territories;
        this.classifications = classifications;
        this.datasets = datasets;
        this.indicators = indicators;
        this.sources = sources;
        this.annotations = annotations;
        this.breaks = breaks;
        this.boundaries = boundaries;
        this.alertRules = alertRules;
    }

    /**
     * @throws UnreadableEventException when the record can never be applied; it goes to the dead letters
     */
    @Incoming(CHANNEL)
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, jitter = 200, retryOn = TransientFailure.class)
    public void consume(ConsumerRecord<String, byte[]> record) {
        events.apply(CHANNEL, record, this::apply);
    }

    private Outcome apply(Event event) throws SQLException {
        return switch (event.type()) {
            case TerritoriesPublished.TYPE -> territories.apply(event.id(), event.data(TerritoriesPublished.class));
            case ClassificationPublished.TYPE ->
                classifications.apply(event.id(), event.data(ClassificationPublished.class));
            case DatasetDefined.TYPE -> datasets.apply(event.id(), event.data(DatasetDefined.class));
            case IndicatorDefined.TYPE -> indicators.apply(event.id(), event.data(IndicatorDefined.class));
            case SourceDefined.TYPE -> sources.apply(event.id(), event.data(SourceDefined.class));
            case SourceObserved.TYPE -> sources.apply(event.id(), event.data(SourceObserved.class));
            case AnnotationPublished.TYPE -> annotations.apply(event.id(), event.data(AnnotationPublished.class));
            case BreaksDefined.TYPE -> breaks.apply(event.id(), event.data(BreaksDefined.class));
            case BoundaryShapes.TYPE -> boundaries.apply(event.id(), event.data(BoundaryShapes.class));
            case BoundariesPublished.TYPE -> boundaries.apply(event.id(), event.data(BoundariesPublished.class));
            case AlertRuleDefined.TYPE -> alertRules.apply(event.id(), event.data(AlertRuleDefined.class));
            default -> Outcome.IGNORED; // a newer producer's
        };
    }
}
