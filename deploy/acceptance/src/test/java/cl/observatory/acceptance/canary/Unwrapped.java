package cl.observatory.acceptance.canary;

/** Takes what was inside. */
@FunctionalInterface
interface Unwrapped {

    /** Only so many bytes of the array count; it may be written to again afterwards. */
    void accept(byte[] bytes, int length);

    default void accept(byte[] bytes) {
        accept(bytes, bytes.length);
    }
}
