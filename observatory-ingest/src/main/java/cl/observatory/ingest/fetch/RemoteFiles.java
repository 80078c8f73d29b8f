package cl.observatory.ingest.fetch;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Opens files at addresses of allowed hosts. Every step of a redirection is checked like the first. A host that is allowed
 * is refused all the same when its name leads to an address inside a network, unless its entry says that it may.
 * An entry that cannot be read stops the start of the service.
 */
@Startup
@ApplicationScoped
public class RemoteFiles {

    private static final int MOST_REDIRECTIONS = 3;
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    private final FetchConfig config;
    private final FilesConfig files;
    private final List<AllowedHost> allowed;
    private final HttpClient client;

    RemoteFiles(FetchConfig config, FilesConfig files) {
        this.config = config;
        this.files = files;
        this.allowed = config.allowedHosts().orElse(List.of()).stream()
                .map(AllowedHost::parse)
                .toList();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    /** A file that begins to arrive; closing it ends the connection. */
    public record RemoteFile(URI address, InputStream body) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /**
     * @param address as the caller wrote it
     * @return the file, and the address that it came from in the end
     * @throws ProblemException when it is not fetched, for whatever reason
     */
    public RemoteFile open(String address) {
        if (allowed.isEmpty()) {
            throw new ProblemException(IngestProblem.FETCH_OFF);
        }
        long deadline = System.nanoTime() + config.timeout().toNanos();
        URI place = parse(address);
        for (int redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
            HttpResponse<InputStream> answer = ask(place, deadline);
            if (!REDIRECTIONS.contains(answer.statusCode())) {
                return file(place, answer);
            }
            end(answer);
            place = next(place, answer);
        }
        throw new ProblemException(IngestProblem.FETCH_REDIRECTED_TOO_OFTEN, MOST_REDIRECTIONS);
    }

    private HttpResponse<InputStream> ask(URI place, long deadline) {
        check(place);
        HttpRequest request = HttpRequest.newBuilder(place)
                .timeout(config.readTimeout())
                .header("User-Agent", "observatory-ingest")
                .build();
        try {
            return client.send(request, answer -> new FetchedBody(config.readTimeout(), deadline));
        } catch (HttpTimeoutException late) {
            throw new ProblemException(IngestProblem.FETCH_TIMED_OUT);
        } catch (IOException failed) {
            throw new ProblemException(IngestProblem.FETCH_UNREACHABLE, place.getHost());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(IngestProblem.FETCH_UNREACHABLE, place.getHost());
        }
    }

    private void check(URI place) {
        AllowedHost entry = allowed.stream()
                .filter(host -> host.allows(place))
                .findFirst()
                .orElseThrow(() -> new ProblemException(IngestProblem.FETCH_HOST_NOT_ALLOWED, place.getAuthority()));
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(place.getHost());
        } catch (UnknownHostException nowhere) {
            throw new ProblemException(IngestProblem.FETCH_UNREACHABLE, place.getHost());
        }
        for (InetAddress found : addresses) {
            if (!entry.mayBePrivate() && !PublicAddress.is(found)) {
                throw new ProblemException(IngestProblem.FETCH_ADDRESS_PRIVATE, place.getHost());
            }
        }
    }

    private RemoteFile file(URI place, HttpResponse<InputStream> answer) {
        if (answer.statusCode() != OK) {
            end(answer);
            throw new ProblemException(IngestProblem.FETCH_STATUS, Integer.toString(answer.statusCode()));
        }
        long limit = files.maxSize().asLongValue();
        boolean tooLarge = answer.headers().firstValueAsLong("Content-Length").orElse(0) > limit;
        if (tooLarge || !endIsTold(answer)) {
            end(answer);
            throw tooLarge
                    ? new ProblemException(IngestProblem.FILE_TOO_LARGE, limit)
                    : new ProblemException(IngestProblem.FETCH_WITHOUT_END);
        }
        return new RemoteFile(place, answer.body());
    }

    /** Whether a body that breaks off can be told from one that is over. */
    private static boolean endIsTold(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Length").isPresent()
                || answer.headers()
                        .firstValue("Transfer-Encoding")
                        .filter(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"))
                        .isPresent();
    }

    private static URI next(URI place, HttpResponse<InputStream> answer) {
        Optional<String> location = answer.headers().firstValue("Location");
        if (location.isEmpty()) {
            throw new ProblemException(IngestProblem.FETCH_STATUS, Integer.toString(answer.statusCode()));
        }
        try {
            return parse(place.resolve(location.get()).toString());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(IngestProblem.FETCH_STATUS, Integer.toString(answer.statusCode()));
        }
    }

    private static URI parse(String address) {
        try {
            URI place = URI.create(address).normalize();
            if (place.getHost() != null
                    && place.getScheme() != null
                    && place.getUserInfo() == null
                    && place.getFragment() == null
                    && Set.of("http", "https").contains(place.getScheme().toLowerCase(Locale.ROOT))) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new ProblemException(IngestProblem.FETCH_ADDRESS_INVALID);
    }

    private static void end(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException whatever) {
            // nothing more is wanted of it
        }
    }
}
