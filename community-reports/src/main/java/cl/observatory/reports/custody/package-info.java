/**
 * The private keys of the weeks, which only moderation has: made and published ahead, kept in files or behind a service for
 * keys, and destroyed at their date. Whatever of a closed week was not sealed anew is then closed to everybody.
 */
package cl.observatory.reports.custody;
