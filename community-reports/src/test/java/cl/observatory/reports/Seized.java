package cl.observatory.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All tables, as somebody has them who took a copy and no key. */
public record Seized(Map<String, List<Map<String, Object>>> tables) {

    public static Seized copy() {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        for (String table :
                Store.query("select tablename from pg_tables where schemaname = 'public'", row -> row.getString(1))) {
            tables.put(table, Store.query("select * from " + table, row -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnName(i), row.getObject(i));
                }
                return values;
            }));
        }
        return new Seized(tables);
    }

    public List<Map<String, Object>> rows(String table) {
        return tables.get(table);
    }

    /** What a later copy has besides, and what is not in it any more. */
    public Map<String, List<Map<String, Object>>> changedUntil(Seized later) {
        Map<String, List<Map<String, Object>>> changed = new TreeMap<>();
        later.tables.forEach((table, rows) -> {
            List<Map<String, Object>> before = new ArrayList<>(tables.getOrDefault(table, List.of()));
            List<Map<String, Object>> different = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                // rows that are alike are as many as they are
                before.stream()
                        .filter(other -> sameRow(row, other))
                        .findFirst()
                        .ifPresentOrElse(before::remove, () -> different.add(row));
            }
            different.addAll(before);
            if (!different.isEmpty()) {
                changed.put(table, different);
            }
        });
        return changed;
    }

    private static boolean sameRow(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(value -> sameValue(value.getValue(), other.get(value.getKey())));
    }

    public static boolean sameValue(Object one, Object other) {
        return Arrays.deepEquals(new Object[] {one}, new Object[] {other});
    }
}
