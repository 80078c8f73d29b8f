/** Indicators: named, documented formulas over data sets, as data and not code. */
package cl.observatory.ingest.indicator;
