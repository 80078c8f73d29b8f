package cl.observatory.local.stack;

import cl.observatory.local.process.FreePort;
import cl.observatory.local.process.PrivateFiles;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which port each purpose has on this machine; written down, so that addresses stay the same from start to start. */
final class StackPorts {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final TypeReference<Map<String, TreeMap<String, Integer>>> FILE = new TypeReference<>() {};

    /** As a usual port: take whichever is free. */
    static final int ANY = 0;

    private final SortedMap<String, Integer> ports;

    private StackPorts(SortedMap<String, Integer> ports) {
        this.ports = ports;
    }

    static StackPorts read(Path file) {
        try {
            return new StackPorts(
                    Files.exists(file)
                            ? JSON.readValue(Files.readString(file), FILE).getOrDefault("ports", new TreeMap<>())
                            : new TreeMap<>());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the ports in " + file, failed);
        }
    }

    void write(Path file) {
        try {
            PrivateFiles.write(file, JSON.writeValueAsString(Map.of("ports", ports)) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the ports to " + file, failed);
        }
    }

    boolean knows(String purpose) {
        return ports.containsKey(purpose);
    }

    int of(String purpose) {
        return find(purpose).orElseThrow(() -> new IllegalStateException("No port was chosen for " + purpose));
    }

    OptionalInt find(String purpose) {
        return knows(purpose) ? OptionalInt.of(ports.get(purpose)) : OptionalInt.empty();
    }

    /** For a process about to start: the port it had, or else the usual one, or when somebody has taken both any other. */
    void choose(String purpose, int usual) {
        int had = ports.getOrDefault(purpose, usual);
        ports.remove(purpose);
        ports.put(purpose, available(had) ? had : available(usual) ? usual : anyAvailable());
    }

    private boolean available(int port) {
        return port != ANY && !ports.containsValue(port) && FreePort.isFree(port);
    }

    private int anyAvailable() {
        int port = FreePort.any();
        return ports.containsValue(port) ? anyAvailable() : port;
    }
}
