/** Journeys of users through the gateway of the whole local stack: black boxes, real servers, nothing simulated. */
package cl.observatory.acceptance;
