/**
 * What somebody who watches a line sees of a request: on the routes of reports, always the same number of bytes in either
 * direction, whatever was asked, answered or refused, and nothing that a cache would keep.
 */
package cl.observatory.reports.envelope;
