/** Why a file, or a row of it, is not taken: named causes, grouped, in both languages. */
package cl.observatory.ingest.conflict;
