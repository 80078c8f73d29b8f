package cl.observatory.local.stack;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program that runs this class, for a process that is to run another class of it: a copy of the built jar and its
 * libraries, or the class path that we have when there is no such jar, as in a test of this module.
 */
final class OwnProgram {

    private final Path jar;
    private final InstalledProgram program;

    OwnProgram(Path copy) {
        this.jar = location();
        this.program = new InstalledProgram(jar.getParent(), copy);
    }

    String classPath() {
        return isBuilt()
                ? program.copy().resolve(jar.getFileName()).toString()
                : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator));
    }

    void install() {
        if (isBuilt()) {
            program.install();
        }
    }

    private boolean isBuilt() {
        return Files.isRegularFile(jar) && Files.isDirectory(jar.resolveSibling("lib"));
    }

    private static Path location() {
        try {
            return Path.of(OwnProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
