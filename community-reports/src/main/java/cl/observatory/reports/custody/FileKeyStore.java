package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Keys in files. Whoever copies a file has the key: backups of the folder must not be made. */
final class FileKeyStore implements KeyStore {

    private final KeyFolder folder;

    FileKeyStore(Path folder) {
        this.folder = new KeyFolder(folder, "keyset");
    }

    @Override
    public boolean keep(Epoch epoch, byte[] secret) {
        return folder.add(epoch, secret);
    }

    @Override
    public Optional<byte[]> read(Epoch epoch) {
        return folder.read(epoch);
    }

    @Override
    public Set<Epoch> epochs() {
        return folder.epochs();
    }

    @Override
    public void destroy(Epoch epoch) {
        folder.destroy(epoch);
    }
}
