/** The data sets in the words of SDMX: data flows, their structures, concepts and code lists. */
package cl.observatory.query.structure;
