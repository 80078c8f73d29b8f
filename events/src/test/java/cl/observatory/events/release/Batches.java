package cl.observatory.events.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Batches of made-up rows. */
final class Batches {

    private static final List<String> STATUSES = List.of("A", "P", "U", "O");
    private static final UUID RELEASE = UUID.fromString("7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f");

    private Batches() {}

    record Row(List<String> codes, long value) {

        /** As the contract of checksums writes it. */
        String canonical() {
            String before = String.join("|", codes.subList(0, codes.size() - 1));
            String number = value == ObservationBatch.MISSING ? "" : Long.toString(value);
            return before + "|" + number + "|" + codes.getLast();
        }
    }

    static List<Row> rows(Random random, int count, int dimensions) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> codes = new ArrayList<>();
            codes.add(Integer.toString(10_000 + random.nextInt(346)));
            codes.add("%04d-%02d".formatted(2005 + random.nextInt(20), 1 + random.nextInt(12)));
            for (int dimension = 0; dimension < dimensions; dimension++) {
                codes.add("ñ" + Integer.toString(random.nextInt(60), 36));
            }
            codes.add(STATUSES.get(random.nextInt(STATUSES.size())));
            rows.add(new Row(codes, random.nextInt(10) == 0 ? ObservationBatch.MISSING : value(random)));
        }
        return rows;
    }

    private static long value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(-999_999_999_999_999L, 999_999_999_999_999L);
            case 2 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
            default -> random.nextInt(1_000);
        };
    }

    static ObservationBatch of(List<Row> rows, int dimensions) {
        ObservationBatchBuilder builder = new ObservationBatchBuilder(ids(dimensions), Math.max(rows.size(), 1));
        rows.forEach(row -> builder.add(row.codes().toArray(String[]::new), row.value()));
        return builder.build(RELEASE, "cases", 3);
    }

    static List<Row> rowsOf(ObservationBatch batch) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < batch.rows(); i++) {
            List<String> codes = new ArrayList<>();
            for (int column = 0; column < batch.columns().size(); column++) {
                codes.add(batch.dictionary(column).get(batch.code(column, i)));
            }
            rows.add(new Row(codes, batch.value(i)));
        }
        return rows;
    }

    private static List<String> ids(int dimensions) {
        List<String> ids = new ArrayList<>();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            ids.add("DIMENSION_" + dimension);
        }
        return ids;
    }
}
