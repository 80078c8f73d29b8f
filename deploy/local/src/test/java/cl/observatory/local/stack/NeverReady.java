package cl.observatory.local.stack;

/** Stands in for a service that cannot start. */
final class NeverReady {

    static final String LAST_WORDS = "I cannot find my way.";

    private NeverReady() {}

    public static void main(String[] arguments) {
        System.out.println(LAST_WORDS);
        System.exit(3);
    }
}
