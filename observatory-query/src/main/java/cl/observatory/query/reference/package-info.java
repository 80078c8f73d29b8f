/** The topic of reference data, handed to the read model that each event is for. */
package cl.observatory.query.reference;
