package cl.observatory.query.boundary;

import cl.observatory.query.territory.TerritoryLevel;
import java.time.LocalDate;

/**
 * Which territories are to be drawn.
 *
 * @param within territory that holds all of them
 * @param validAt day on which they are valid
 */
record TerritoryMapQuestion(TerritoryLevel level, String within, Zoom zoom, LocalDate validAt) {}
