/**
 * Taking reports: what is told is checked, screened, sealed and stored, and found again by the receipt alone. Nothing here
 * can open what it sealed, tells of a report in an event, or keeps when it came.
 */
package cl.observatory.reports.report;
