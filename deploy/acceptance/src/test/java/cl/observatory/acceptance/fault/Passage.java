package cl.observatory.acceptance.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What happens to the bytes of one connection on their way. Each method runs until its side ends. */
interface Passage {

    /**
     * @throws CutException when the connection is to end here
     */
    void passRequests(DataInputStream from, OutputStream to) throws IOException;

    /**
     * @throws CutException when the connection is to end here
     */
    void passAnswers(DataInputStream from, OutputStream to) throws IOException;

    /** Nothing more is to pass. */
    final class CutException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
