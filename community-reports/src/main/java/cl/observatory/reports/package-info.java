/**
 * What communities tell. It owns sealed reports, receipts, moderation and the monthly signals made of them. Events out:
 * closed months of signals, and nothing that could be laid to one report; events in: territories.
 */
package cl.observatory.reports;
