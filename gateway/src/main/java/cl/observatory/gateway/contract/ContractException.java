package cl.observatory.gateway.contract;

/** The documents of the services do not fit together; the message says which two, and over what. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContractException(String message) {
        super(message);
    }
}
