package cl.observatory.local.client;

import cl.observatory.local.process.LocalStackException;

/** An answer that was not the one hoped for. */
public final class Refusal extends LocalStackException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
