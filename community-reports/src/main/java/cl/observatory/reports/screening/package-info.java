/**
 * Takes out of a text what would tell who somebody is or where, before anything is stored. It works on one text alone,
 * remembers nothing, writes no log, and takes time in proportion to the length of the text.
 */
package cl.observatory.reports.screening;
