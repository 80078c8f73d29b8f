package cl.observatory.acceptance.canary;

/** What may hide a word from whoever looks for its bytes. */
public enum Wrapping {
    GZIP,
    ZSTD,
    ZIP,
    KAFKA_BATCH,
    BASE64,
    HEX,
    URL,
    JSON_ESCAPES,
    UTF_16,
    /** A value that PostgreSQL compressed, in its row or in a record of the write-ahead log. */
    PGLZ,
    /** A value that PostgreSQL cut into pieces of its TOAST table. */
    TOAST,
    /** The write-ahead log, whose records go on behind the header of every page. */
    WAL;

    /** Unwraps everything of its kind that is anywhere in the bytes. */
    void unwrap(byte[] data, int length, Unwrapped inside) {
        switch (this) {
            case GZIP -> Packed.gzip(data, length, inside);
            case ZSTD -> Packed.zstd(data, length, inside);
            case ZIP -> Packed.zip(data, length, inside);
            case KAFKA_BATCH -> KafkaBatches.unwrap(data, length, inside);
            case BASE64 -> Coded.base64(data, length, inside);
            case HEX -> Coded.hex(data, length, inside);
            case URL -> Coded.percent(data, length, inside);
            case JSON_ESCAPES -> Coded.jsonEscapes(data, length, inside);
            case UTF_16 -> Coded.twoBytes(data, length, inside);
            case PGLZ -> PostgresValues.compressed(data, length, inside);
            case TOAST -> PostgresValues.inPieces(data, length, inside);
            case WAL -> PostgresValues.withoutPageHeaders(data, length, inside);
        }
    }
}
