/** Values of indicators: sums of cells, divided by sums of people where the indicator is a rate, with their uncertainty. */
package cl.observatory.query.measure;
