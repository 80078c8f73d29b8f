package cl.observatory.reports.screening;

import static cl.observatory.reports.screening.Shape.Start.FIGURES;
import static cl.observatory.reports.screening.Shape.Start.TOKEN;
import static cl.observatory.reports.screening.Shape.Start.word;

import cl.observatory.reports.screening.Shape.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of an account of a bank or of a card behind a word for it, an IBAN, a card's number with its check digit, a
 * wallet of a crypto-currency.
 */
final class AccountDetector implements Detector {

    private static final String WORD =
            "(?:cuentas?|ctas?|cta cte|ctacte|cuentas? ?rut|ctas? ?rut|chequera|clabe|cbu|cvu|iban|cci|"
                    + "tarjetas?|libreta|deposit\\w{1,6}|transf(?:ier|er|ir)\\w{1,6})";

    private static final String BANK =
            "(?:banco|bco|bancoestado|estado|santander|bci|chile|falabella|scotia|scotiabank|itau|bice|"
                    + "security|ripley|consorcio|internacional|coopeuch|mach|tenpo|mercado|pago|edwards|"
                    + "credichile|heroes|andes|tapp|"
                    + "prex|global66|fintual|nova|visa|mastercard|paypal|yape|nequi|bancolombia)";

    private static final String BETWEEN =
            "(?:[ \\n:;.,#°\"'(/-]|" + BANK + "|corriente|cte|vista|rut|ahorros?|bancaria|electronica|"
                    + "chequera|prepago|credito|debito|sueldo|digital|empresas?|personal|bipersonal|cuenta|cta|"
                    + "n°|nro|num|numero|no|"
                    + "es|era|a|al|la|el|de|del|en|con|que|mi|su|esta|siguiente|lleva|termina|siguientes|datos)*";

    private static final String NUMBER = "[0-9](?:[ .·-]{0,3}[0-9]){5,23}(?:-?k\\b)?";

    private static final Shape BEHIND_WORD = Shape.of(
            word(
                    "cuenta",
                    "cta",
                    "chequera",
                    "clabe",
                    "cbu",
                    "cvu",
                    "iban",
                    "cci",
                    "tarjeta",
                    "libreta",
                    "deposit",
                    "transf"),
            "(" + WORD + ")(" + BETWEEN + ")(" + NUMBER + ")");

    private static final Shape BEFORE_BANK = Shape.of(
            FIGURES.figures(6, 3),
            "(" + NUMBER + ")(?:[ ,(-]{1,3}|de|del|el|en|cuenta|vista|rut|corriente|ahorro)+"
                    + "(?:banco|bco|bancoestado|cuenta ?rut|cta|cuenta (?:vista|corriente|rut|de ahorro)|"
                    + "mercado ?pago|tenpo|mach)\\b");

    private static final Shape IBAN =
            Shape.of(AccountDetector::isIbanBegin, "\\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\\b");

    private static final Beside IBAN_BEFORE = Beside.of("\\biban\\b[^a-z0-9]*$");

    private static final Shape CARD = Shape.of(
            FIGURES.figures(15, 2),
            "[3-6][0-9]{3}(?:[ -]{0,2}[0-9]{4}){3}|" + "3[47][0-9]{2}[ -]{0,2}[0-9]{6}[ -]{0,2}[0-9]{5}");

    private static final int SHORTEST_WALLET = 26;

    private static final Shape WALLET = Shape.of(
            AccountDetector::isLongToken, "\\b(?:0x[0-9a-f]{40}|bc1[0-9a-z]+|[13][0-9a-z]{25,34}|t[0-9a-z]{33})\\b");

    private static final Beside THOUSANDS = Beside.of("^[0-9]{1,3}(?:\\.[0-9]{3}){1,3}$");

    @Override
    public Kind kind() {
        return Kind.ACCOUNT;
    }

    @Override
    public List<Span> find(FoldedText text) {
        String lower = text.lower();
        if (!Numbers.has(lower, 6)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        spans.addAll(BEHIND_WORD.in(text, 3, match -> isAccount(lower, match)));
        spans.addAll(BEFORE_BANK.in(text, 1, match -> isAtBank(lower, match)));
        spans.addAll(IBAN.in(
                text, match -> isIban(match.group()) || IBAN_BEFORE.isIn(lower, match.start() - 20, match.start())));
        spans.addAll(CARD.in(text, match -> isCard(lower, match)));
        spans.addAll(WALLET.in(text, match -> match.group().chars().anyMatch(Character::isDigit)));
        return spans;
    }

    private static boolean isAccount(String text, Match match) {
        String between = match.group(2);
        boolean verb = match.group(1).startsWith("deposit") || match.group(1).startsWith("transf");
        boolean directed = between.matches("(?s).*\\b(?:a|al|la|el|en|cuenta|cta|n°|nro|numero|rut)\\b.*");
        boolean thousands = THOUSANDS.isIn(match.group(3));
        boolean named =
                match.group(1).contains("rut") || between.stripLeading().startsWith("rut") || between.contains("n°");
        boolean rut = between.contains("rut") && !between.stripLeading().startsWith("rut");
        return !(verb && (!directed || match.group(3).matches("[0-9.]{7,11}-[0-9k]")))
                && !(thousands && !named)
                && !rut
                && !Numbers.isDigit(text, match.end(3))
                && !Numbers.isDate(text, match.start(3), match.end(3))
                && !Numbers.isAmount(text, match.start(3), match.end(3));
    }

    private static boolean isAtBank(String text, Match match) {
        return !Numbers.isPartOfLonger(text, match.behind(), match.start(1), match.end(1))
                && !THOUSANDS.isIn(match.group(1))
                && !Numbers.isAmount(text, match.start(1), match.end(1));
    }

    private static boolean isIbanBegin(String text, int position) {
        return Numbers.isDigit(text, position + 2) && Numbers.isDigit(text, position + 3) && TOKEN.isAt(text, position);
    }

    private static boolean isLongToken(String text, int position) {
        return Numbers.isLetterOrDigit(text, position + SHORTEST_WALLET - 1)
                && TOKEN.isAt(text, position)
                && text.substring(position, position + SHORTEST_WALLET).chars().allMatch(Character::isLetterOrDigit);
    }

    /** By modulus 97, ISO 13616. */
    private static boolean isIban(String text) {
        String iban = text.replace(" ", "");
        int rest = 0;
        for (char character : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.digit(character, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** By Luhn's check digit, ISO/IEC 7812. */
    private static boolean isCard(String text, Match match) {
        String digits = Numbers.digits(match.group());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && !Numbers.isDigit(text, match.start() - 1) && !Numbers.isDigit(text, match.end());
    }
}
