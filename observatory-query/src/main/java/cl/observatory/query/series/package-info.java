/** How an indicator goes over time. */
package cl.observatory.query.series;
