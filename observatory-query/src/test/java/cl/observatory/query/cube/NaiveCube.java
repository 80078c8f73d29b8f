package cl.observatory.query.cube;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One release in memory, added up in the plainest way there is. */
final class NaiveCube {

    private final Map<String, List<Row>> groups = new TreeMap<>();
    private final int monthsOfCell;

    /**
     * What is to be answered for a territory, a period and a combination of codes.
     *
     * @param value null when all cells are missing
     */
    record Answer(Long value, String status, int monthsCovered, int cells) {}

    NaiveCube(Frequency frequency, List<Row> rows) {
        monthsOfCell = frequency.months();
        for (Row row : rows) {
            String year = row.period().substring(0, 4);
            for (String area : ancestry(row.area())) {
                group(row.codes() + " " + area + " " + row.period(), row);
                if (frequency != Frequency.A) {
                    group(row.codes() + " " + area + " " + year, row);
                }
            }
        }
    }

    private void group(String key, Row row) {
        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }

    /** By codes, territory and period. */
    Map<String, Answer> answers() {
        Map<String, Answer> answers = new TreeMap<>();
        groups.forEach((key, rows) -> answers.put(key, answer(rows)));
        return answers;
    }

    private Answer answer(List<Row> rows) {
        List<Row> present = rows.stream().filter(row -> row.value() != null).toList();
        TreeSet<ObsStatus> statuses = new TreeSet<>();
        (present.isEmpty() ? rows : present).forEach(row -> statuses.add(ObsStatus.valueOf(row.status())));
        long periods = present.stream().map(Row::period).distinct().count();
        return new Answer(
                present.isEmpty()
                        ? null
                        : present.stream().mapToLong(Row::value).sum(),
                statuses.last().name(),
                (int) periods * monthsOfCell,
                present.size());
    }

    private static List<String> ancestry(String area) {
        List<String> line = new ArrayList<>();
        for (String code = area; code != null; code = parent(code)) {
            line.add(code);
        }
        return line;
    }

    private static String parent(String code) {
        return Publisher.TERRITORIES.territories().stream()
                .filter(territory -> territory.code().equals(code))
                .findFirst()
                .orElseThrow()
                .parent();
    }

    /** The periods that a cube may have cells of. */
    static List<String> periods(Frequency frequency, int firstYear, int years) {
        List<String> periods = new ArrayList<>();
        Period first = Period.of(frequency, firstYear, 1);
        for (int i = 0; i < years * frequency.perYear(); i++) {
            periods.add(first.plus(i).toString());
        }
        return periods;
    }
}
