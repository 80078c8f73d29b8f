package cl.observatory.acceptance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;

/** Words that nobody else uses, each a mark as soon as it is made. */
final class Words {

    private static final int LENGTH = 16;

    /** No digits, which could make a plate or a telephone number of it. */
    private static final int LETTERS = 26;

    private final Random random = new Random();

    private final Marks marks;

    Words(Marks marks) {
        this.marks = marks;
    }

    /**
     * @param what to say of it when it is found
     */
    String next(String what) {
        StringBuilder word = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            word.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(LETTERS)));
        }
        return mark(what, word.toString());
    }

    /** A word of sixteen hexadecimal digits or more, for what has to be a number. */
    String hex(String what, int digits) {
        StringBuilder word = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            word.append(Character.forDigit(random.nextInt(16), 16));
        }
        return mark(what, word.toString());
    }

    /** A RUT with its check digit, as people write it. */
    String rut(String what) {
        int number = 5_000_000 + random.nextInt(20_000_000);
        int sum = 0;
        int factor = 2;
        for (int rest = number; rest > 0; rest /= 10) {
            sum += rest % 10 * factor;
            factor = factor == 7 ? 2 : factor + 1;
        }
        int check = 11 - sum % 11;
        String written = check == 11 ? "0" : check == 10 ? "K" : Integer.toString(check);
        return mark(
                what, "%d.%03d.%03d-%s".formatted(number / 1_000_000, number / 1000 % 1000, number % 1000, written));
    }

    String mobile(String what) {
        return mark(what, "+569%08d".formatted(20_000_000 + random.nextInt(80_000_000)));
    }

    String mark(String what, String word) {
        marks.add(what, word);
        return word;
    }

    /** The receipt that an answer shows, with and without its hyphens. */
    String receipt(String what, JsonNode answer) {
        String receipt = answer.get("receipt").asText();
        marks.add(what, receipt);
        marks.add(what + " without hyphens", receipt.replace("-", ""));
        return receipt;
    }
}
