/**
 * Organizations file for people who cannot, or dare not, do it themselves. Whoever files cannot read a report back: the
 * receipt that the organization sees is good for one thing, to be changed by the person whom it belongs to.
 */
package cl.observatory.reports.relay;
