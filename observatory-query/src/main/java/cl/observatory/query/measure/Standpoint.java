package cl.observatory.query.measure;

import cl.observatory.query.territory.Boundaries;
import java.time.Instant;

/**
 * From where a question looks at the figures.
 *
 * @param asOf instant whose state of knowledge is asked for, null for the present
 * @param boundaries in which division of the country the past is told
 */
public record Standpoint(Instant asOf, Boundaries boundaries) {}
