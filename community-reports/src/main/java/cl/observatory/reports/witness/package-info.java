/**
 * Days end: their leaves of filing get their places among random ones, and the root is signed, chained to the one before and
 * sent to all who listen, who are its witnesses. In the role that moderates alone. Events out: {@link
 * cl.observatory.events.filing.FilingRootSigned}.
 */
package cl.observatory.reports.witness;
