package cl.observatory.reports.custody;

import cl.observatory.reports.Keys;
import cl.observatory.reports.MovedClock;
import cl.observatory.reports.SeparateAccounts;
import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.EpochKeys;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.GivenEpochKeys;
import cl.observatory.reports.sealing.Sealer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Intake and moderation in a week of 2026, each on its own account, with the keys that one publishes for the other. */
final class Week implements AutoCloseable {

    /** One for all: what was published before is forgotten. */
    private static final SeparateAccounts ACCOUNTS = SeparateAccounts.create();

    static final Epoch FIRST = Epoch.of(LocalDate.of(2026, 11, 30));

    private final MovedClock clock = MovedClock.at(FIRST.firstDay());
    private final Epochs epochs = new Epochs(clock);
    private final GivenStore store;
    private final Path folder;
    private Keys keys;

    private Week(Kind kind, Path folder) {
        this.folder = folder;
        this.keys = Keys.in(folder);
        this.store = GivenStore.of(kind, folder);
        ACCOUNTS.owner().useHandle(handle -> handle.execute("truncate epoch_key, report cascade"));
    }

    static Week with(Kind kind, Path folder) {
        return new Week(kind, folder);
    }

    void moveTo(LocalDate day) {
        clock.moveTo(day);
    }

    void takeOtherSigningKey() {
        keys = Keys.in(folder);
    }

    /** As a process that starts now. */
    Custody custody() {
        return custody(store.open());
    }

    Custody custody(KeyStore other) {
        return custody(other, keys.verificationKey());
    }

    Custody custody(KeyStore other, Path verificationKey) {
        return new Custody(
                epochs,
                GivenEpochKeys.of(ACCOUNTS.moderation(), verificationKey),
                other,
                new PublicationRepository(ACCOUNTS.moderation()),
                SigningKey.read(keys.signingKey()));
    }

    /** What an intake that starts now believes. */
    EpochKeys believed() {
        return GivenEpochKeys.of(ACCOUNTS.intake(), keys.verificationKey());
    }

    Sealer sealer() {
        return new Sealer(epochs, believed());
    }

    Opener opener() {
        return new Opener(epochs, store.open());
    }

    Resealing resealing() {
        return new Resealing(opener(), sealer());
    }

    GivenStore store() {
        return store;
    }

    SeparateAccounts accounts() {
        return ACCOUNTS;
    }

    /** The signatures of what is published, by epoch. */
    Map<Integer, String> signatures() {
        return column("signature");
    }

    Map<Integer, String> keysets() {
        return column("public_keyset");
    }

    private Map<Integer, String> column(String name) {
        Map<Integer, String> values = new TreeMap<>();
        ACCOUNTS.owner()
                .useHandle(
                        handle -> handle.createQuery("select epoch, encode(" + name + ", 'hex') as hex from epoch_key")
                                .map((row, _) -> values.put(row.getInt("epoch"), row.getString("hex")))
                                .list());
        return values;
    }

    List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(FIRST.number() + from, FIRST.number() + to)
                .boxed()
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
