/** Where territories lie: the shapes that maps are drawn of, from the edition of boundaries that fits a day. */
package cl.observatory.query.boundary;
