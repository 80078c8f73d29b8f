/** How much each key was used, by the day: for its holder, and for nobody's bill. Counted in memory, stored off the path. */
package cl.observatory.gateway.usage;
