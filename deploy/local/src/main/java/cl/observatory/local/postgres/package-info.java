/** PostgreSQL from the binaries that Maven brings: unpacked, started as anybody but root, given databases. */
package cl.observatory.local.postgres;
