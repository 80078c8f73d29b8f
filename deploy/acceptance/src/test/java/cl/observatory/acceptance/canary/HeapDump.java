package cl.observatory.acceptance.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A dump of a heap in HotSpot's binary format, read as often as there are steps from an array up to what keeps it alive:
 * slow, for the day when a mark was found and somebody has to know where.
 */
final class HeapDump {

    private static final int MOST_STEPS = 12;
    private static final int MOST_LINES = 20;
    private static final int UTF8 = 0x01;
    private static final int LOAD_CLASS = 0x02;
    private static final int HEAP = 0x0C;
    private static final int HEAP_SEGMENT = 0x1C;
    private static final int OBJECT = 2;
    private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    private final ByteBuffer dump;
    private final int heapAt;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> classNames = new HashMap<>();
    private final Map<Long, ClassLayout> classes = new HashMap<>();

    /** Fields of the class itself, in their order. */
    private record ClassLayout(long parent, List<Field> fields) {}

    private record Field(String name, int type) {}

    /** Takes that one object refers to another, by which field. */
    @FunctionalInterface
    private interface References {

        void take(long from, String how, long to);
    }

    /** Takes an array of numbers: where its content begins in the dump, and how many bytes it has. */
    @FunctionalInterface
    private interface Arrays {

        void take(long id, int from, int length);
    }

    private static final References NO_REFERENCES = (_, _, _) -> {};
    private static final Arrays NO_ARRAYS = (_, _, _) -> {};

    HeapDump(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            dump = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        int begin = 0;
        while (dump.get(begin) != 0) {
            begin++;
        }
        if (dump.getInt(begin + 1) != Long.BYTES) {
            throw new IllegalArgumentException("A dump of a JVM of 64 bits is expected");
        }
        heapAt = begin + 1 + Integer.BYTES + Long.BYTES;
        visit(NO_REFERENCES, NO_ARRAYS);
    }

    /** Who holds which mark, of as many as a person reads: a line each, from the array up to the last holder found. */
    Set<String> holdersOf(Marks marks) {
        Map<Long, String> found = new TreeMap<>();
        visit(NO_REFERENCES, (id, from, length) -> {
            if (length < Marks.SHORTEST || found.size() == MOST_LINES) {
                return;
            }
            Scanner scanner = new Scanner(marks);
            byte[] bytes = new byte[length];
            dump.get(from, bytes);
            scanner.read("array of " + length + " bytes", bytes);
            scanner.findings().stream().findFirst().ifPresent(finding -> found.put(id, finding.toString()));
        });
        Set<String> lines = new TreeSet<>();
        found.forEach((array, finding) -> lines.add(finding + pathTo(array)));
        return lines;
    }

    private String pathTo(long array) {
        StringBuilder path = new StringBuilder();
        Set<Long> seen = new HashSet<>(Set.of(array));
        long held = array;
        for (int step = 0; step < MOST_STEPS; step++) {
            long sought = held;
            List<Map.Entry<Long, String>> holders = new ArrayList<>();
            visit(
                    (from, how, to) -> {
                        if (to == sought && !seen.contains(from)) {
                            holders.add(Map.entry(from, how));
                        }
                    },
                    NO_ARRAYS);
            if (holders.isEmpty()) {
                return path + " (a root)";
            }
            held = holders.getFirst().getKey();
            seen.add(held);
            path.append(" <- ").append(holders.getFirst().getValue());
            if (holders.size() > 1) {
                path.append(" (one of ").append(holders.size()).append(')');
            }
        }
        return path.toString();
    }

    private void visit(References references, Arrays arrays) {
        ByteBuffer in = dump.duplicate().position(heapAt);
        while (in.hasRemaining()) {
            int tag = in.get();
            in.getInt();
            int length = in.getInt();
            int end = in.position() + length;
            switch (tag) {
                case UTF8 -> {
                    long id = in.getLong();
                    byte[] text = new byte[end - in.position()];
                    in.get(text);
                    names.put(id, new String(text, StandardCharsets.UTF_8));
                }
                case LOAD_CLASS -> {
                    in.getInt();
                    long id = in.getLong();
                    in.getInt();
                    classNames.put(id, names.get(in.getLong()).replace('/', '.'));
                }
                case HEAP, HEAP_SEGMENT -> {
                    while (in.position() < end) {
                        visitObject(in, references, arrays);
                    }
                }
                default -> {
                    // stacks and threads
                }
            }
            in.position(end);
        }
    }

    private void visitObject(ByteBuffer in, References references, Arrays arrays) {
        int kind = in.get() & 0xFF;
        switch (kind) {
            case 0xFF, 0x05, 0x07 -> skip(in, 8);
            case 0x01 -> skip(in, 16);
            case 0x02, 0x03, 0x08 -> skip(in, 16);
            case 0x04, 0x06 -> skip(in, 12);
            case 0x20 -> visitClass(in, references);
            case 0x21 -> visitInstance(in, references);
            case 0x22 -> {
                long id = in.getLong();
                in.getInt();
                int count = in.getInt();
                String type = classNames.get(in.getLong());
                for (int i = 0; i < count; i++) {
                    references.take(id, type + "[" + i + "]", in.getLong());
                }
            }
            case 0x23 -> {
                long id = in.getLong();
                in.getInt();
                int count = in.getInt();
                int type = in.get();
                arrays.take(id, in.position(), count * SIZES[type]);
                skip(in, count * SIZES[type]);
            }
            default -> throw new IllegalStateException("Unknown part of a heap: " + kind);
        }
    }

    private void visitClass(ByteBuffer in, References references) {
        long id = in.getLong();
        in.getInt();
        long parent = in.getLong();
        skip(in, 5 * Long.BYTES + Integer.BYTES);
        int constants = in.getShort() & 0xFFFF;
        for (int i = 0; i < constants; i++) {
            in.getShort();
            skip(in, SIZES[in.get()]);
        }
        int statics = in.getShort() & 0xFFFF;
        for (int i = 0; i < statics; i++) {
            String name = names.get(in.getLong());
            int type = in.get();
            if (type == OBJECT) {
                references.take(id, "static " + classNames.get(id) + "." + name, in.getLong());
            } else {
                skip(in, SIZES[type]);
            }
        }
        int count = in.getShort() & 0xFFFF;
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new Field(names.get(in.getLong()), in.get()));
        }
        classes.put(id, new ClassLayout(parent, fields));
    }

    private void visitInstance(ByteBuffer in, References references) {
        long id = in.getLong();
        in.getInt();
        long ofClass = in.getLong();
        int end = in.getInt() + in.position();
        String name = classNames.get(ofClass);
        long at = ofClass;
        // a class may be told of behind its first instance: the first visit learns, the later ones are asked
        while (classes.containsKey(at) && in.position() < end) {
            for (Field field : classes.get(at).fields()) {
                if (field.type() == OBJECT) {
                    references.take(id, name + "." + field.name(), in.getLong());
                } else {
                    skip(in, SIZES[field.type()]);
                }
            }
            at = classes.get(at).parent();
        }
        in.position(end);
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
