package cl.observatory.query.signal;

import cl.observatory.query.time.PeriodRange;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be known of community signals.
 *
 * @param territories codes, in geographic order
 * @param categories codes of categories and groups; empty for every category
 * @param knownOn only months that were closed on that day or before, null for all
 */
record SignalQuestion(List<String> territories, List<String> categories, PeriodRange period, LocalDate knownOn) {}
