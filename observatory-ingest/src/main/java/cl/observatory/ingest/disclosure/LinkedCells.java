package cl.observatory.ingest.disclosure;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Cells of a plan by their numbers, from 0, with their true values and the sums that join them. */
public final class LinkedCells {

    private final Margins margins;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Cell, Integer> numbers = new HashMap<>();
    private final List<Long> values = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<List<Integer>> sumsOf = new ArrayList<>();

    public LinkedCells(Margins margins) {
        this.margins = margins;
    }

    /** Adds a cell that was not added before; its number. */
    public int add(Cell cell, long value) {
        int number = cells.size();
        if (numbers.put(cell, number) != null) {
            throw new IllegalArgumentException("a cell is there twice");
        }
        cells.add(cell);
        values.add(value);
        sumsOf.add(new ArrayList<>());
        return number;
    }

    /**
     * Finds the sums, when all cells are there.
     *
     * @param parent of a territory
     */
    public void link(UnaryOperator<String> parent) {
        List<List<Integer>> within = IntStream.range(0, margins.all().size())
                .mapToObj(margins::directlyWithin)
                .toList();
        Map<Integer, Map<Integer, List<Integer>>> partsByMargin = new LinkedHashMap<>();
        for (int number = 0; number < cells.size(); number++) {
            Cell cell = cells.get(number);
            for (int coarse : within.get(cell.margin())) {
                Integer total = numbers.get(addedUp(cell, coarse, parent));
                if (total == null) {
                    throw new IllegalStateException("a part without its total");
                }
                partsByMargin
                        .computeIfAbsent(cell.margin() * within.size() + coarse, pair -> new LinkedHashMap<>())
                        .computeIfAbsent(total, any -> new ArrayList<>())
                        .add(number);
            }
        }
        partsByMargin.values().forEach(group -> group.forEach(this::addSum));
    }

    private void addSum(int total, List<Integer> parts) {
        int sum = sums.size();
        sums.add(new Sum(total, parts.stream().mapToInt(Integer::intValue).toArray()));
        sumsOf.get(total).add(sum);
        parts.forEach(part -> sumsOf.get(part).add(sum));
    }

    /** The cell of a coarser margin that a cell adds to. */
    public Cell addedUp(Cell cell, int coarse, UnaryOperator<String> parent) {
        Margin from = margins.all().get(cell.margin());
        Margin to = margins.all().get(coarse);
        String area = cell.area();
        for (int level = from.level(); level > to.level(); level--) {
            area = parent.apply(area);
        }
        Frequency frequency = to.frequency();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < from.dimensions().size(); i++) {
            if (to.dimensions().contains(from.dimensions().get(i))) {
                codes.add(cell.codes().get(i));
            }
        }
        return new Cell(coarse, area, Period.containing(frequency, cell.period().start()), codes);
    }

    public int size() {
        return cells.size();
    }

    public Cell cell(int number) {
        return cells.get(number);
    }

    /** The cell's number, -1 when there is no such cell. */
    public int find(Cell cell) {
        return numbers.getOrDefault(cell, -1);
    }

    public long value(int number) {
        return values.get(number);
    }

    /** Whether some table serves it. */
    public boolean isServed(int number) {
        return margins.isServed(cells.get(number).margin());
    }

    List<Sum> sums() {
        return sums;
    }

    /** Numbers of the sums in which a cell is total or part. */
    List<Integer> sumsOf(int number) {
        return sumsOf.get(number);
    }
}
