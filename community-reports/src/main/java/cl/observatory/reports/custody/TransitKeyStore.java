package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys in files that only a transit engine can decrypt, with a key of its own for each epoch. When that key is deleted, no
 * copy of the file opens any more.
 */
final class TransitKeyStore implements KeyStore {

    private final KeyFolder folder;
    private final TransitEngine engine;
    private final String prefix;

    /**
     * @param prefix of the names of the engine's keys
     */
    TransitKeyStore(Path folder, TransitEngine engine, String prefix) {
        this.folder = new KeyFolder(folder, "wrapped");
        this.engine = engine;
        this.prefix = prefix;
    }

    @Override
    public boolean keep(Epoch epoch, byte[] secret) {
        engine.create(name(epoch));
        String wrapped = engine.encrypt(name(epoch), secret);
        return folder.add(epoch, wrapped.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> read(Epoch epoch) {
        return folder.read(epoch)
                .flatMap(wrapped -> engine.decrypt(name(epoch), new String(wrapped, StandardCharsets.UTF_8)));
    }

    /** The engine's keys too: of one whose file was lost, a copy may be somewhere. */
    @Override
    public Set<Epoch> epochs() {
        Set<Epoch> epochs = new TreeSet<>(folder.epochs());
        for (String name : engine.names()) {
            if (name.matches("\\Q" + prefix + "\\E\\d{1,9}")) {
                epochs.add(new Epoch(Integer.parseInt(name.substring(prefix.length()))));
            }
        }
        return epochs;
    }

    @Override
    public void destroy(Epoch epoch) {
        engine.delete(name(epoch));
        folder.destroy(epoch);
    }

    private String name(Epoch epoch) {
        return prefix + epoch.number();
    }
}
