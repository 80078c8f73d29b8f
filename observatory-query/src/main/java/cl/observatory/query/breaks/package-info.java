/** Breaks of data sets: from when on figures are no longer comparable with those before. */
package cl.observatory.query.breaks;
