package cl.observatory.query.cube;

/** Levels of territories, told by the form of the code (CUT). */
public final class Levels {

    private Levels() {}

    /** {@code country}, {@code region}, {@code province} or {@code commune}. */
    public static String of(String code) {
        return switch (code.length()) {
            case 5 -> "commune";
            case 3 -> "province";
            default -> code.equals("CL") ? "country" : "region";
        };
    }
}
