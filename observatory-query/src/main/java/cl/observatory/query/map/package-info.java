/** Values of an indicator where they belong on a map, as GeoJSON. */
package cl.observatory.query.map;
