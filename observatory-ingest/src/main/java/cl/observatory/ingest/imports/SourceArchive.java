package cl.observatory.ingest.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes a source file on its way to where it is kept. */
final class SourceArchive extends OutputStream {

    private final OutputStream kept;
    private final MessageDigest sha256;
    private final MessageDigest sha512;
    private long bytes;
    private byte[] digest256;
    private byte[] digest512;

    /**
     * @param kept is closed with this
     * @param withSha512 whether {@link #digest512} will be asked
     */
    SourceArchive(OutputStream kept, boolean withSha512) {
        this.kept = kept;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            sha512 = withSha512 ? MessageDigest.getInstance("SHA-512") : null;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        sha256.update(buffer, offset, length);
        if (sha512 != null) {
            sha512.update(buffer, offset, length);
        }
        bytes += length;
        kept.write(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }

    /** How many bytes came. */
    long bytes() {
        return bytes;
    }

    /** Of what came, lower-case hexadecimal; ask at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest256());
    }

    byte[] digest256() {
        if (digest256 == null) {
            digest256 = sha256.digest();
        }
        return digest256.clone();
    }

    byte[] digest512() {
        if (digest512 == null) {
            digest512 = sha512.digest();
        }
        return digest512.clone();
    }
}
