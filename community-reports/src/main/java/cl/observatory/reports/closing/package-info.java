/** Months end: what one added up to is told, once, and forgotten. */
package cl.observatory.reports.closing;
