package cl.observatory.query.memory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Answers from memory before anything else looks at a request, on the thread that received it. The caller is known first:
 * by a token that was verified before, or by having it verified now. Whatever cannot be answered here goes on its usual
 * way, and what comes out of it may be kept.
 */
@ApplicationScoped
public class AnswerRoute {

    /** Behind those of the platform that make out who calls. */
    private static final int BEHIND_SECURITY = 50;

    private static final String QUESTION = "question";
    private static final String ROOT = "/v1/";
    private static final int NOT_MODIFIED = 304;

    private final KeptAnswers answers;
    private final VerifiedCallers callers;
    private final Counter kept;
    private final Counter made;

    AnswerRoute(KeptAnswers answers, VerifiedCallers callers, MeterRegistry registry) {
        this.answers = answers;
        this.callers = callers;
        this.kept = registry.counter("observatory.answers", "from", "memory");
        this.made = registry.counter("observatory.answers", "from", "store");
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEHIND_SECURITY);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET) || !request.path().startsWith(ROOT)) {
            context.next();
            return;
        }
        AnswerKey key = AnswerKey.of(request);
        Optional<KeptAnswer> answer = answers.find(key);
        if (answer.isEmpty()) {
            leave(context, key);
        } else if (callers.mayRead(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            send(context, answer.get());
        } else {
            verify(context, key, answer.get());
        }
    }

    /** To the resource; {@link #keep} finds the question again. */
    private void leave(RoutingContext context, AnswerKey key) {
        context.put(QUESTION, answers.question(key));
        context.next();
    }

    /** Whoever is not let in here is refused by the resource, in its words. */
    private void verify(RoutingContext context, AnswerKey key, KeptAnswer answer) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Uni<SecurityIdentity> caller = QuarkusHttpUser.getSecurityIdentity(context, null);
        if (authorization == null || caller == null) {
            leave(context, key);
            return;
        }
        caller.subscribe()
                .with(
                        any -> {
                            if (callers.mayRead(authorization)) {
                                send(context, answer);
                            } else {
                                leave(context, key);
                            }
                        },
                        refused -> leave(context, key));
    }

    private void send(RoutingContext context, KeptAnswer answer) {
        kept.increment();
        HttpServerResponse response = context.response();
        for (KeptAnswer.Header header : answer.headers()) {
            response.headers().add(header.name(), header.value());
        }
        if (KeptAnswer.isNamedBy(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), answer.tag())) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType()).end(answer.body());
        }
    }

    /** Keeps what the resource answered, unless something has changed since it was asked. */
    public void keep(RoutingContext context, KeptAnswer answer) {
        made.increment();
        if (context.get(QUESTION) instanceof KeptAnswers.Question question) {
            answers.keep(question, answer);
        }
    }
}
