package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with a file for each epoch, which nobody but its owner may enter or read. A file is there whole or not at all,
 * and what is in it never changes.
 */
final class KeyFolder {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Pattern NAME = Pattern.compile("epoch-(\\d{1,9})\\..+");

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final String ending;

    /**
     * @param ending of the names of files
     * @throws KeyStoreException when others may enter the folder
     */
    KeyFolder(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            refuseOpen(folder, FOLDER);
        } catch (IOException failed) {
            throw new KeyStoreException("the folder of keys " + folder + " cannot be used", failed);
        }
    }

    /** Whether it is kept, since there was none for the epoch. */
    boolean add(Epoch epoch, byte[] content) {
        Path unfinished = folder.resolve(name(epoch) + "." + Long.toUnsignedString(random.nextLong(), 36) + ".new");
        try {
            try {
                write(unfinished, content);
                // a link is refused when the name is taken, which a renaming is not
                Files.createLink(folder.resolve(name(epoch)), unfinished);
                return true;
            } catch (FileAlreadyExistsException kept) {
                return false;
            } finally {
                Files.deleteIfExists(unfinished);
                force();
            }
        } catch (IOException failed) {
            throw new KeyStoreException("the key of " + epoch + " cannot be written", failed);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE))) {
            fill(channel, ByteBuffer.wrap(content));
        }
    }

    Optional<byte[]> read(Epoch epoch) {
        Path file = folder.resolve(name(epoch));
        try {
            refuseOpen(folder, FOLDER);
            refuseOpen(file, FILE);
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new KeyStoreException("the key of " + epoch + " cannot be read", failed);
        }
    }

    Set<Epoch> epochs() {
        Set<Epoch> epochs = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    epochs.add(new Epoch(Integer.parseInt(name.group(1))));
                }
            }
        } catch (IOException failed) {
            throw new KeyStoreException("the folder of keys " + folder + " cannot be read", failed);
        }
        return epochs;
    }

    /** Writes over every file of the epoch, finished or not, and then removes it. */
    void destroy(Epoch epoch) {
        try {
            for (Path file : filesOf(epoch)) {
                overwrite(file);
                Files.deleteIfExists(file);
            }
            force();
        } catch (IOException failed) {
            throw new KeyStoreException("the key of " + epoch + " cannot be destroyed", failed);
        }
    }

    private List<Path> filesOf(Epoch epoch) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "epoch-" + epoch.number() + ".*")) {
            files.forEach(found::add);
        }
        return found;
    }

    private void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            byte[] noise = new byte[Math.toIntExact(channel.size())];
            random.nextBytes(noise);
            fill(channel, ByteBuffer.wrap(noise));
        } catch (NoSuchFileException gone) {
            // another process destroys it as well
        }
    }

    private static void fill(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
        channel.force(true);
    }

    /** Makes names that came or went survive a crash. */
    private void force() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void refuseOpen(Path path, Set<PosixFilePermission> allowed) throws IOException {
        if (!allowed.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
            throw new KeyStoreException(path + " is open to others than its owner");
        }
    }

    private String name(Epoch epoch) {
        return "epoch-" + epoch.number() + "." + ending;
    }
}
