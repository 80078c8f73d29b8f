package cl.observatory.ingest.boundary;

import java.util.List;

/**
 * A file of boundaries that arrived whole and can be used.
 *
 * @param packed the file as it came, by Zstandard
 * @param sha256 of the file as it came
 * @param missing communes of the day that have no shape
 * @param unmatched communes whose edges do not meet those of their neighbours everywhere
 */
record ReceivedFile(
        DrawnCommunes communes, Packed packed, String sha256, List<String> missing, List<String> unmatched) {

    /** Bytes that nobody changes. */
    static final class Packed {

        private final byte[] bytes;

        Packed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
