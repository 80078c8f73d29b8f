package cl.observatory.local.process;

/** The signals we send. */
public enum Signal {
    INT,
    TERM,
    KILL
}
