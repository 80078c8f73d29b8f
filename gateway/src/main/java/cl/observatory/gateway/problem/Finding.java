package cl.observatory.gateway.problem;

/**
 * One entry of the errors of a problem.
 *
 * @param parameter the query parameter that it is about
 * @param hint what to do instead; null when there is nothing to advise
 */
public record Finding(String parameter, String code, Bilingual message, Bilingual hint) {}
