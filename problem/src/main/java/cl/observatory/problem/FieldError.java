package cl.observatory.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request, in words.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, absent for a parameter
 * @param parameter name of the query parameter or header, absent for the body
 * @param hint what to send instead, absent when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String code, String message, String hint) {}
