/** What the gateway answers itself: the contract, a page to browse it, and the catalogue of problems. */
package cl.observatory.gateway.docs;
