/** Alerts: what rules found in figures that readers can see. A signal to look at, kept as it was told, and no proof. */
package cl.observatory.query.alert;
