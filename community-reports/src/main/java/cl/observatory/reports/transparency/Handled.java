package cl.observatory.reports.transparency;

import java.util.Map;

/**
 * What moderators did in a month.
 *
 * @param rejected by reason
 * @param decided by days from coming in to the decision
 */
public record Handled(Map<String, Integer> rejected, Map<Integer, Integer> decided, int opened) {}
