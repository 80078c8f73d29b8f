package cl.observatory.ingest.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Encodings that publishers here use, by their IANA names. */
@Schema(name = "FileEncoding")
public enum Encoding {
    @JsonProperty("UTF-8")
    UTF_8("UTF-8"),
    @JsonProperty("UTF-16")
    UTF_16("UTF-16"),
    @JsonProperty("ISO-8859-1")
    ISO_8859_1("ISO-8859-1"),
    @JsonProperty("windows-1252")
    WINDOWS_1252("windows-1252");

    private final Charset charset;

    Encoding(String name) {
        this.charset = Charset.forName(name);
    }

    public Charset charset() {
        return charset;
    }
}
