package cl.observatory.ingest.imports;

import cl.observatory.ingest.release.ReleaseDraft;
import java.io.OutputStream;

/**
 * Where what a file comes to is written.
 *
 * @param source the bytes as they come
 * @param rejected the rows that are not taken, as a file to correct and send again
 * @param draft the cells
 */
record FileTargets(OutputStream source, OutputStream rejected, ReleaseDraft draft) {}
