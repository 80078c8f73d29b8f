package cl.observatory.reports.envelope;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Counts the bytes of a body before any of it is looked at. */
@Provider
@SameSize
public class SameSizeBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(Envelope.SIZE + 1);
        Envelope.check(body);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
