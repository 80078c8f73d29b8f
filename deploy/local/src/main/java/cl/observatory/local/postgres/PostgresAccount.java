package cl.observatory.local.postgres;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.LocalStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs, since it refuses to run as root. */
public enum PostgresAccount {

    /** As the ordinary user that we are. */
    OURS("") {
        @Override
        int owner() {
            return currentUser();
        }
    },

    /**
     * As root, seen by PostgreSQL as a user without rights: in a user namespace of its own that maps nobody. For files it
     * is still root, and so finds its way into a home folder that only root may enter.
     */
    USER_NAMESPACE("unshare --user") {
        @Override
        int owner() {
            return ROOT;
        }
    },

    /** As root that steps down to {@code nobody}, where user namespaces are forbidden. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups") {
        @Override
        int owner() {
            return 65534;
        }
    };

    private static final int ROOT = 0;

    private final String prefix;

    PostgresAccount(String prefix) {
        this.prefix = prefix;
    }

    /** The account that works here, for data in the folder. */
    public static PostgresAccount of(Path folder) {
        if (currentUser() != ROOT) {
            return OURS;
        }
        if (USER_NAMESPACE.works(folder)) {
            return USER_NAMESPACE;
        }
        if (NOBODY.works(folder)) {
            return NOBODY;
        }
        throw new LocalStackException("""
                PostgreSQL does not run as root. This machine forbids user namespaces (unshare --user), and the user \
                nobody cannot enter %s.
                Run this as an ordinary user, or move the checkout to a folder that everybody may enter.""".formatted(folder));
    }

    /** The command as this account runs it. */
    public List<String> around(List<String> command) {
        return Stream.concat(prefix.isEmpty() ? Stream.empty() : Stream.of(prefix.split(" ", -1)), command.stream())
                .toList();
    }

    /** Gives the account all that lies below the path, when it belongs to somebody else. */
    void give(Path path) {
        try {
            if (owner(path) == owner()) {
                return;
            }
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
                    Files.setAttribute(each, "unix:uid", owner(), LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot give %s to PostgreSQL".formatted(path), failed);
        }
    }

    private boolean works(Path folder) {
        return Command.run(around(List.of("test", "-x", folder.toString()))).succeeded();
    }

    abstract int owner();

    private static int currentUser() {
        try {
            return owner(Path.of("/proc/self"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read /proc: the local stack needs Linux", failed);
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
