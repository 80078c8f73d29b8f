/** Secrets that a process is handed as files, so that none stands in a variable or a command line. */
package cl.observatory.reports.secret;
