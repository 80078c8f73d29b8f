/** Periods as callers ask for them. */
package cl.observatory.query.time;
