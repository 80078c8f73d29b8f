package cl.observatory.reports.filing;

import cl.observatory.reports.guidance.Words;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What a reporter keeps to prove that she filed. It is shown with the report that asked for it, and not kept.")
public record ProofOfFiling(
        @Schema(description = "What it means to have such a proof; to be shown with it.")
        Words warning,

        @Schema(
                description = "32 bytes, in hexadecimal digits. Without it nobody can tell what was filed.",
                examples = "8f3b0c6f4f7d4b0f9c6d2f0a5e1b7c3d8f3b0c6f4f7d4b0f9c6d2f0a5e1b7c3d")
        String secret,

        @Schema(description = "The text as it was stored and hashed: screened, lines that end with a line feed.")
        String text,

        @Schema(
                description =
                        "SHA-256 of a domain tag, the secret and the text; the guide to proofs of filing says how it is made.",
                examples = "d5579c46dfcc7f18207013e65b44e4cb4e2c2298f4ac457ba8f82743f31e930b")
        String leaf) {

    public static ProofOfFiling of(FilingProof proof, Words warning) {
        HexFormat hex = HexFormat.of();
        return new ProofOfFiling(warning, hex.formatHex(proof.secret()), proof.text(), hex.formatHex(proof.leaf()));
    }

    /** Says nothing: neither secret nor text may reach a log. */
    @Override
    public String toString() {
        return "ProofOfFiling";
    }
}
