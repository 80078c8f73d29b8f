package cl.observatory.query.alertrule;

import java.util.List;
import java.util.Map;

/**
 * What became of an evaluation of a rule over a release.
 *
 * @param periods that were judged, in the order of time
 * @param series territories in those periods
 * @param judged how many of them could be judged
 * @param raised how many were found to be unusual, those told before included
 * @param notJudged how many could not, by the code of the reason
 */
public record EvaluationReport(
        List<String> periods, int series, int judged, int raised, Map<String, Integer> notJudged) {}
