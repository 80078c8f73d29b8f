package cl.observatory.gateway.docs;

import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The page to browse the API: Swagger UI from its webjar, with a first page and a start script of ours, since the webjar's
 * own ones show a demonstration from elsewhere. The files that can be had are listed here; nothing else of the jar is served.
 */
final class DocsPage {

    static final String INDEX = "index.html";

    /** Scripts and connections to the gateway itself only; the pictures of Swagger UI's style sheet are data URLs. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String VERSION_FILE = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final Map<String, StaticAnswer> files;

    DocsPage() {
        String webjar = "/META-INF/resources/webjars/swagger-ui/" + webjarVersion() + "/";
        files = Map.of(
                INDEX,
                new StaticAnswer("text/html; charset=utf-8", bytes("/docs/" + INDEX)),
                "start.js",
                new StaticAnswer("text/javascript; charset=utf-8", bytes("/docs/start.js")),
                "swagger-ui.css",
                new StaticAnswer("text/css; charset=utf-8", bytes(webjar + "swagger-ui.css")),
                "swagger-ui-bundle.js",
                new StaticAnswer("text/javascript; charset=utf-8", bytes(webjar + "swagger-ui-bundle.js")),
                "swagger-ui-standalone-preset.js",
                new StaticAnswer("text/javascript; charset=utf-8", bytes(webjar + "swagger-ui-standalone-preset.js")),
                "favicon-32x32.png",
                new StaticAnswer("image/png", bytes(webjar + "favicon-32x32.png")));
    }

    void give(Exchange exchange, String name) {
        StaticAnswer file = files.get(name);
        if (file == null) {
            throw new RefusedException(Problem.of(ProblemType.ROUTE_NOT_FOUND));
        }
        exchange.response().putHeader("Content-Security-Policy", PAGE_POLICY);
        file.give(exchange);
    }

    private static String webjarVersion() {
        Properties properties = new Properties();
        try (InputStream packed = DocsPage.class.getResourceAsStream(VERSION_FILE)) {
            properties.load(packed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream packed = DocsPage.class.getResourceAsStream(resource)) {
            return packed.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
