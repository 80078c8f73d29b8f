/** Where territories lie: the shapes that maps are drawn of. */
package cl.observatory.events.boundary;
