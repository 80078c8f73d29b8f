/**
 * API keys: how they are written, which are stored, and who is behind one. Of a key only the hash is kept, so that nobody
 * who reads the database can call as its holder.
 */
package cl.observatory.gateway.key;
