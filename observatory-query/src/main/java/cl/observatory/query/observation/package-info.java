/** Slices of a data set, cell by cell. */
package cl.observatory.query.observation;
