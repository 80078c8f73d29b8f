/**
 * What a reporter comes back with. A receipt is derived from what her client sent, shown once and never stored; from it
 * alone come the hash by which her report is found and the key to which she is answered.
 */
package cl.observatory.reports.receipt;
