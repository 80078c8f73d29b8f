/** For which territories and periods an indicator can be asked. */
package cl.observatory.query.availability;
