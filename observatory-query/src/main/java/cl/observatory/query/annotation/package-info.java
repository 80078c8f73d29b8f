/** What organizations say beside figures of their own territories, shown with the figures and never mixed with them. */
package cl.observatory.query.annotation;
