/** The statistical rules: rates, and how sure a count is. */
package cl.observatory.query.statistic;
