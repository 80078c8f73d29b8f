/**
 * The one way in which anything of reports leaves this service: counts of a closed month, with noise that is drawn once, in
 * bands ({@code docs/adr/0031}). Events out: {@link cl.observatory.events.signal.SignalsClosed}.
 */
package cl.observatory.reports.signal;
