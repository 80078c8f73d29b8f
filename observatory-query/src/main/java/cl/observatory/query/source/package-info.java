/** Sources as readers see them: whose files are expected, when the last one came, whether it is late or has changed. */
package cl.observatory.query.source;
