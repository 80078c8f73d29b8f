/** Everything that can be set about the gateway, under one prefix, so that a misspelt key stops the start. */
package cl.observatory.gateway.config;
