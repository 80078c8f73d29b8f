/** Roots of the trees by which reporters prove that they filed: whoever receives one is its witness. */
package cl.observatory.events.filing;
