/**
 * The contract is the route table: the OpenAPI documents that the services publish, merged into the one document of the
 * public API, from which the gateway derives who answers where. Two services that claim the same thing stop the start.
 */
package cl.observatory.gateway.contract;
