package cl.observatory.ingest.reading;

import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.RowCondition;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which rows a profile leaves out (totals, footnotes, what another data set holds) and what the others must say. */
final class RowFilter {

    private final List<Test> drop;
    private final List<Test> keep;
    private final List<Test> expect;

    private record Test(String column, int place, Predicate<String> text) {

        boolean isMet(String[] cells) {
            return text.test(cells[place]);
        }
    }

    RowFilter(ImportProfile profile, Map<String, Integer> header) {
        drop = tests(profile.dropRows(), header);
        keep = tests(profile.keepRows(), header);
        expect = tests(profile.expectRows(), header);
    }

    boolean keeps(String[] cells) {
        for (Test test : drop) {
            if (test.isMet(cells)) {
                return false;
            }
        }
        for (Test test : keep) {
            if (!test.isMet(cells)) {
                return false;
            }
        }
        return true;
    }

    /** The column in which a row does not say what it must; null when it says all of it. */
    String unexpected(String[] cells) {
        for (Test test : expect) {
            if (!test.isMet(cells)) {
                return test.column();
            }
        }
        return null;
    }

    private static List<Test> tests(List<RowCondition> conditions, Map<String, Integer> header) {
        return conditions.stream()
                .filter(condition -> header.containsKey(condition.column()))
                .map(condition -> new Test(condition.column(), header.get(condition.column()), predicate(condition)))
                .toList();
    }

    private static Predicate<String> predicate(RowCondition condition) {
        if (condition.in() != null) {
            Set<String> texts = Set.copyOf(condition.in());
            return text -> texts.contains(text.strip());
        }
        if (condition.matches() != null) {
            Pattern pattern = Pattern.compile(condition.matches());
            return text -> pattern.matches(text);
        }
        boolean blank = condition.blank();
        return text -> text.isBlank() == blank;
    }
}
