package cl.observatory.acceptance.fault;

import cl.observatory.acceptance.fault.Moment.Piece.Way;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes HTTP on in small pieces, one request after the other. */
final class HttpPassage implements Passage {

    private static final int PIECE = 1024;

    private final Trap trap;
    private Way way = Way.REQUEST;
    private long soFar;

    HttpPassage(Trap trap) {
        this.trap = trap;
    }

    @Override
    public void passRequests(DataInputStream from, OutputStream to) throws IOException {
        pass(from, to, Way.REQUEST);
    }

    @Override
    public void passAnswers(DataInputStream from, OutputStream to) throws IOException {
        pass(from, to, Way.ANSWER);
    }

    private void pass(DataInputStream from, OutputStream to, Way direction) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int size = from.read(piece); size >= 0; size = from.read(piece)) {
            to.write(piece, 0, size);
            to.flush();
            if (trap.springs(new Moment.Piece(direction, count(direction, size)))) {
                throw new CutException();
            }
        }
    }

    private synchronized long count(Way direction, int size) {
        if (way != direction) {
            way = direction;
            soFar = 0;
        }
        soFar += size;
        return soFar;
    }
}
