package cl.observatory.ingest.disclosure;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A made-up data set in full detail: communes of two or three regions, months of one year, up to two dimensions, mostly
 * small numbers.
 */
final class Microdata {

    /** One number in full detail; a commune's region is its first letter. */
    record Row(String area, Period period, List<String> codes, long value) {}

    private final List<String> dimensions;
    private final List<Row> rows;

    private Microdata(List<String> dimensions, List<Row> rows) {
        this.dimensions = List.copyOf(dimensions);
        this.rows = List.copyOf(rows);
    }

    static Microdata random(Random random) {
        List<String> dimensions = List.of("AGE", "SEX").subList(0, random.nextInt(3));
        int regions = 1 + random.nextInt(2);
        int communes = 2 + random.nextInt(3);
        int months = 1 + random.nextInt(2);
        List<List<String>> combinations = new ArrayList<>();
        combinations.add(List.of());
        for (String dimension : dimensions) {
            int codes = 2 + random.nextInt(2);
            combinations = combinations.stream()
                    .flatMap(before -> IntStream.range(0, codes).mapToObj(code -> {
                        List<String> longer = new ArrayList<>(before);
                        longer.add(dimension.charAt(0) + "" + code);
                        return longer;
                    }))
                    .toList();
        }
        List<Row> rows = new ArrayList<>();
        for (int area = 0; area < regions * communes; area++) {
            for (int month = 1; month <= months; month++) {
                for (List<String> codes : combinations) {
                    rows.add(new Row(
                            (char) ('A' + area / communes) + "" + area % communes,
                            Period.of(Frequency.M, 2024, month),
                            codes,
                            value(random)));
                }
            }
        }
        return new Microdata(dimensions, rows);
    }

    private static long value(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> 0;
            case 2 -> 1 + random.nextInt(4);
            case 3 -> random.nextInt(9);
            case 4 -> 5 + random.nextInt(20);
            default -> random.nextInt(60);
        };
    }

    /** The country of regions of communes. */
    static String parent(String area) {
        return area.length() == 2 ? area.substring(0, 1) : "CL";
    }

    /** One to three tables whose sums say all that can be known. */
    Margins plan(Random random) {
        while (true) {
            List<Margin> served = new ArrayList<>();
            int tables = 1 + random.nextInt(3);
            for (int table = 0; table < tables; table++) {
                addTable(served, random);
            }
            Margins margins = new Margins(served);
            if (margins.isDecomposable()) {
                return margins;
            }
        }
    }

    private void addTable(List<Margin> served, Random random) {
        List<String> chosen = new ArrayList<>(dimensions);
        chosen.removeIf(dimension -> random.nextInt(3) == 0);
        Margin table = new Margin(random.nextInt(3), random.nextBoolean() ? Frequency.M : Frequency.A, chosen);
        served.add(table);
        if (random.nextInt(3) > 0) {
            chosen.forEach(dimension -> served.add(table.without(dimension)));
            if (chosen.size() == 2) {
                served.add(table.without(chosen.getFirst()).without(chosen.getLast()));
            }
        }
    }

    LinkedCells cells(Margins margins) {
        LinkedCells cells = new LinkedCells(margins);
        for (int margin = 0; margin < margins.all().size(); margin++) {
            Map<String, Cell> found = new TreeMap<>();
            Map<String, Long> values = new TreeMap<>();
            for (Row row : rows) {
                Cell cell = cellOf(row, margin, margins.all().get(margin));
                found.put(cell.toString(), cell);
                values.merge(cell.toString(), row.value(), Long::sum);
            }
            found.forEach((name, cell) -> cells.add(cell, values.get(name)));
        }
        cells.link(Microdata::parent);
        return cells;
    }

    Cell cellOf(Row row, int number, Margin margin) {
        String area = row.area();
        for (int level = 2; level > margin.level(); level--) {
            area = parent(area);
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            if (margin.dimensions().contains(dimensions.get(i))) {
                codes.add(row.codes().get(i));
            }
        }
        return new Cell(
                number, area, Period.containing(margin.frequency(), row.period().start()), codes);
    }

    List<Row> rows() {
        return rows;
    }
}
