/** Periods as SDMX and ISO 8601 write them, and their frequency. */
package cl.observatory.events.time;
