/** Territories in the order of an indicator, with how far that order can be trusted. */
package cl.observatory.query.ranking;
