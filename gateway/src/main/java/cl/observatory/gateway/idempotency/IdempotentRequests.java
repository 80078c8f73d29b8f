package cl.observatory.gateway.idempotency;

import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers for a week what was created by which {@code Idempotency-Key}. Claimed in the transaction that creates: of two
 * requests at once with one key, the second waits for the first.
 */
@ApplicationScoped
public class IdempotentRequests {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentRequests(EntityManager entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param key the header; null when there is none, and then nothing is remembered
     * @param operation method and path
     * @param body the body as it was understood
     */
    public record Request(String principal, String operation, String key, Object body) {}

    /**
     * @param subject the id that what is created will have
     * @return the id of what the same request created before
     * @throws ProblemException when the key came before with another body
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> claim(Request request, String subject) {
        if (request.key() == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(request.key()).matches()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .withFaults(List.of(Fault.inParameter("Idempotency-Key", "WRONG_FORM", FORM.pattern())));
        }
        entities.createNativeQuery("delete from idempotent_request where asked_at < :before")
                .setParameter("before", clock.instant().minus(REMEMBERED))
                .executeUpdate();
        String sha256 = sha256(request.body());
        int inserted = entities.createNativeQuery("insert into idempotent_request (principal, operation, key, sha256,"
                        + " subject, asked_at) values (:principal, :operation, :key, :sha256, :subject, :now)"
                        + " on conflict do nothing")
                .setParameter("principal", request.principal())
                .setParameter("operation", request.operation())
                .setParameter("key", request.key())
                .setParameter("sha256", sha256)
                .setParameter("subject", subject)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return inserted == 1 ? Optional.empty() : Optional.of(earlier(request, sha256));
    }

    private String earlier(Request request, String sha256) {
        Object[] row = (Object[]) entities.createNativeQuery("select sha256, subject from idempotent_request"
                        + " where principal = :principal and operation = :operation and key = :key")
                .setParameter("principal", request.principal())
                .setParameter("operation", request.operation())
                .setParameter("key", request.key())
                .getSingleResult();
        if (!row[0].equals(sha256)) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_USED);
        }
        return (String) row[1];
    }

    private String sha256(Object body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
