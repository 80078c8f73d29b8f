package cl.observatory.gateway.key;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IssuedKey", description = "A new key. It is shown this once; only its hash is stored.")
record IssuedKey(
        @Schema(
                description = "The whole key, for the header X-API-Key.",
                examples = "obs_live_7k3n0q9d_0123456789abcdefghjkmnpqrstvwxyz000000")
        String key,

        KeyView details) {

    /** Without the key: keys must not reach a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + details.id() + "]";
    }
}
