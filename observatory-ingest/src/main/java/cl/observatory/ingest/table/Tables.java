package cl.observatory.ingest.table;

import cl.observatory.ingest.profile.ImportProfile;
import java.io.IOException;
import java.io.InputStream;

/** Opens files as tables, in the format that their content tells. */
public final class Tables {

    private Tables() {}

    /**
     * @param file unpacked
     */
    public static Table open(InputStream file, ImportProfile profile) throws IOException {
        return new CsvTable(file, profile);
    }
}
