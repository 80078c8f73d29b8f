/** The data sets as a catalogue that other catalogues harvest. */
package cl.observatory.query.catalog;
