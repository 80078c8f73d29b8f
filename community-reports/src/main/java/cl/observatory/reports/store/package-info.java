/** The service's own database, on the account of the role that the process has. */
package cl.observatory.reports.store;
