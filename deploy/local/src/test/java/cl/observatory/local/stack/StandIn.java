package cl.observatory.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Stands in for a service: is ready at its management port, and tells its environment at its own. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        if ("migration".equals(System.getenv("REPORTS_ROLES"))) {
            return;
        }
        answer("QUARKUS_HTTP_PORT", "/", new TreeMap<>(System.getenv()).toString());
        answer("QUARKUS_MANAGEMENT_PORT", "/q/health/ready", "ready");
    }

    private static void answer(String portVariable, String path, String text) throws IOException {
        int port = Integer.parseInt(System.getenv(portVariable));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
