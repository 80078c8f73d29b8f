package cl.observatory.local.stack;

import cl.observatory.local.process.Folders;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The one folder of a stack, and what lies where in it. */
public record StackFolder(Path root) {

    /** Makes the folder; refuses one that belongs to another user, whose files we would spoil or fail to read. */
    void create() {
        try {
            for (Path folder : new Path[] {root, data(), programs(), run(), logs()}) {
                PrivateFiles.createFolder(folder);
            }
        } catch (IOException failed) {
            throw new LocalStackException("Cannot use the folder %s: %s".formatted(root, failed.getMessage()), failed);
        }
    }

    /** Lets another user pass through to its own files, and see no others. */
    void letOthersPass() {
        try {
            for (Path folder : new Path[] {root, data(), programs()}) {
                PrivateFiles.letOthersPass(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void refuseOtherOwner() {
        try {
            if (Files.exists(root) && !Files.getOwner(root).equals(Files.getOwner(Path.of("/proc/self")))) {
                throw new LocalStackException("The folder %s belongs to the user %s. Run this as that user."
                        .formatted(root, Files.getOwner(root).getName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs the work while no other command changes this stack. */
    void alone(Runnable work) {
        try (FileChannel channel = FileChannel.open(
                        root.resolve("lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PrivateFiles.ownerOnly());
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalStackException("Another ./observatory is changing this stack; wait until it is done.");
            }
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot lock " + root, failed);
        }
    }

    Path state() {
        return root.resolve("stack.json");
    }

    Path data() {
        return root.resolve("data");
    }

    /** Unpacked and copied programs: whatever is in here can be made anew. */
    Path programs() {
        return root.resolve("programs");
    }

    Path run() {
        return root.resolve("run");
    }

    public Secrets secrets() {
        return new Secrets(root.resolve("secrets"), root.resolve("identity"));
    }

    PidFile pidFile(String process) {
        return new PidFile(run().resolve(process + ".pid"));
    }

    /** What the process logs. */
    LogFile log(String process) {
        return new LogFile(logs().resolve(process + ".log"));
    }

    /** What the process says when it cannot log. */
    LogFile console(String process) {
        return new LogFile(logs().resolve(process + ".console.log"));
    }

    /** An empty folder for what the process puts aside, without what an earlier one left there. */
    Path emptyTemporary(String process) {
        Path temporary = run().resolve(process + ".tmp");
        Folders.delete(temporary);
        try {
            PrivateFiles.createFolder(temporary);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return temporary;
    }

    /** Where the process wrote, and what it said last, as sentences for a person. */
    String lastWords(String process) {
        return "Its logs, %s and %s, end with:%n%s%n%s"
                .formatted(
                        console(process).path(),
                        log(process).path(),
                        String.join("\n", console(process).tail(20)),
                        String.join("\n", log(process).tail(20)));
    }

    private Path logs() {
        return root.resolve("logs");
    }
}
