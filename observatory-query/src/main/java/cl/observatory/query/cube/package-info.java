/** Cells of data sets: how they are stored, added up and read. */
package cl.observatory.query.cube;
