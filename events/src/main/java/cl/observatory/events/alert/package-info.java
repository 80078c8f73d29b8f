/** Signals that query derives from what readers can see, and their being taken back. */
package cl.observatory.events.alert;
