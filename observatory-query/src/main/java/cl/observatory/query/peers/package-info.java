/** How a commune compares with those that are most like it, by distances that are told. */
package cl.observatory.query.peers;
