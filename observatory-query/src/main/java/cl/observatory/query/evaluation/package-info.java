/**
 * Rules are evaluated over releases that readers can see, beside everything else ({@code docs/adr/0024}). Values come by the
 * same way as answers do, and so from the one exit: what is hidden is neither judged nor part of an expectation.
 */
package cl.observatory.query.evaluation;
