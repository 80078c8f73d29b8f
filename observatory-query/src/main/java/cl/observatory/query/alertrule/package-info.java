/** Rules by which figures are watched, as ingest defines them, and what became of their last evaluation. */
package cl.observatory.query.alertrule;
