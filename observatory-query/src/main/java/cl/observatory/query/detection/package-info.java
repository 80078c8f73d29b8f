/**
 * What earlier counts of a series let expect, and how unusual a count is beside that: the mathematics of alerts, on arrays,
 * without store or words ({@code docs/adr/0024}).
 */
package cl.observatory.query.detection;
