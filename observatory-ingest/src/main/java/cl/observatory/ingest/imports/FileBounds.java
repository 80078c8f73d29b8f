package cl.observatory.ingest.imports;

import cl.observatory.ingest.table.FilesConfig;

/** How much of a file is taken. */
record FileBounds(ImportsConfig imports, FilesConfig files) {}
