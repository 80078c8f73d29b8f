/**
 * What the observatory tells of its own work with reports: of the whole country, of closed months, floored to fives
 * ({@code docs/method.md}).
 */
package cl.observatory.reports.transparency;
