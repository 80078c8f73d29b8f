/** The statistical rules: how sure a count is, and how far an estimate of a survey can be used. */
package cl.observatory.query.statistic;
