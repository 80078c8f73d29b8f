package cl.observatory.gateway.door;

/** Characters of requests, where letters and digits are those of ASCII and no others. */
final class Ascii {

    private Ascii() {}

    static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /**
     * @return the value of a hexadecimal digit, or -1
     */
    static int hexadecimal(char character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }
}
