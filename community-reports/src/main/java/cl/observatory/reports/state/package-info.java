/** The life of a report, which both roles move along: intake by receipt, moderation by decision. */
package cl.observatory.reports.state;
