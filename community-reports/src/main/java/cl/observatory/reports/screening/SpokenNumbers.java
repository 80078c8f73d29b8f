package cl.observatory.reports.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers dictated in words, as {@code nueve ocho ochenta y tres}, alone or among figures. */
final class SpokenNumbers {

    private static final Map<String, Integer> UNITS = numbered(
            0,
            "cero",
            "uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciseis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
            "veinte",
            "veintiuno",
            "veintidos",
            "veintitres",
            "veinticuatro",
            "veinticinco",
            "veintiseis",
            "veintisiete",
            "veintiocho",
            "veintinueve");

    private static final Map<String, Integer> TENS =
            numbered(3, "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa");

    private static final int FARTHEST_APART = 3;

    private SpokenNumbers() {}

    /** Runs of numbers with nothing but blanks, commas and dashes between them, one of them at least in words. */
    static List<Run> in(String text) {
        List<Run> runs = new ArrayList<>();
        Run run = new Run();
        int position = 0;
        while (position < text.length()) {
            int end = tokenEnd(text, position);
            if (end == position) {
                position++;
                continue;
            }
            if (!run.takes(text, position, end) && run.numbers > 0) {
                run.keepIn(runs);
                run = new Run();
                run.takes(text, position, end);
            }
            position = end;
        }
        run.keepIn(runs);
        return runs;
    }

    private static int tokenEnd(String text, int start) {
        int end = start;
        if (Character.isLetter(text.charAt(start))) {
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
        } else {
            while (Numbers.isDigit(text, end)) {
                end++;
            }
        }
        return end;
    }

    private static Map<String, Integer> numbered(int first, String... words) {
        Map<String, Integer> numbered = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            numbered.put(words[i], first + i);
        }
        return Map.copyOf(numbered);
    }

    /** Numbers told one after the other. */
    static final class Run {

        private final StringBuilder digits = new StringBuilder();
        private int start;
        private int end;
        private int words;
        private int longest;
        private int last = -1;
        private int steps;
        private int numbers;
        /** A tens word has been told, and an {@code y} may lead to its unit. */
        private boolean openTens;

        private boolean joined;

        String digits() {
            return digits.toString();
        }

        Span span() {
            return new Span(start, end);
        }

        /** Whether somebody only counts, as in {@code nueve, diez, once}. */
        boolean isCounting() {
            return numbers > 2 && steps == numbers - 1;
        }

        /** Whether most of it is in words, or it begins as a mobile number and its figures are in groups. */
        boolean isDictated() {
            return words > 2 || (longest < 5 && digits.charAt(0) == '9');
        }

        private boolean takes(String text, int from, int to) {
            if (numbers > 0 && !isNear(text, from)) {
                return false;
            }
            String token = text.substring(from, to);
            if (openTens && !joined && "y".equals(token)) {
                joined = true;
                return true;
            }
            Integer units = UNITS.get(token);
            if (joined && units != null && units > 0 && units < 10) {
                digits.setCharAt(digits.length() - 1, (char) ('0' + units));
                last += units;
                openTens = false;
            } else if (units != null) {
                tell(units.toString(), from);
                words++;
            } else if (TENS.containsKey(token)) {
                tell(TENS.get(token) + "0", from);
                words++;
                openTens = true;
            } else if (Character.isDigit(token.charAt(0)) && token.length() < 12) {
                tell(token, from);
                longest = Math.max(longest, token.length());
            } else {
                return false;
            }
            joined = false;
            end = to;
            return true;
        }

        private void tell(String number, int from) {
            start = numbers == 0 ? from : start;
            int value = number.length() < 4 ? Integer.parseInt(number) : -1;
            steps += numbers > 0 && value == last + 1 ? 1 : 0;
            last = value;
            numbers++;
            openTens = false;
            digits.append(number);
        }

        private boolean isNear(String text, int from) {
            int gap = joined ? from - end - 2 : from - end;
            boolean thousands = gap == 1 && text.charAt(end) == ',';
            if (thousands || gap > FARTHEST_APART) {
                return false;
            }
            for (int i = end; i < from; i++) {
                if (" ,-".indexOf(text.charAt(i)) < 0 && !(joined && text.charAt(i) == 'y')) {
                    return false;
                }
            }
            return true;
        }

        private void keepIn(List<Run> runs) {
            if (words > 0) {
                runs.add(this);
            }
        }
    }
}
