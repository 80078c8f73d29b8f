/** One place: what every indicator says of it, in blocks that are never mixed. */
package cl.observatory.query.profile;
