package cl.observatory.gateway.key;

import cl.observatory.gateway.audit.Action;
import cl.observatory.gateway.audit.Audit;
import cl.observatory.gateway.idempotency.IdempotentRequests;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.own.ListPage;
import cl.observatory.gateway.partner.Partners;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues, rotates and revokes the keys of partners. Every change is recorded in the transaction that makes it, and a key is
 * given out once, by the call that makes it.
 */
@ApplicationScoped
class PartnerKeys {

    private final ApiKeyRepository stored;
    private final Partners partners;
    private final KeyMaker maker;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    PartnerKeys(
            ApiKeyRepository stored,
            Partners partners,
            KeyMaker maker,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.stored = stored;
        this.partners = partners;
        this.maker = maker;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    IssuedKey issue(Caller by, String partner, String idempotencyKey, NewKey asked) {
        Instant now = now();
        partners.checkMayHaveKeys(partner);
        KeyText text = maker.make();
        claim(by, "POST partners/" + partner + "/keys", idempotencyKey, asked, text);
        KeyRights rights = Grants.read(asked, now);
        Grants.checkGiver(by, endOf(by, now), rights, asked.expiresAt(), now);
        ApiKey key = new ApiKey(partner, text, rights, now, asked.expiresAt().truncatedTo(ChronoUnit.MICROS));
        stored.persistAndFlush(key);
        record(by, Action.KEY_ISSUED, key, null, Map.of());
        return new IssuedKey(text.text(), key.view());
    }

    /** By whoever holds the deployment. The partner is made when there is none of that id. */
    @Transactional
    IssuedKey issueToAdministrator(String partner) {
        Caller deployment = new Caller("deployment", Grants.OF_KEYS);
        Instant now = now();
        partners.createIfMissing(deployment, partner);
        partners.checkMayHaveKeys(partner);
        KeyText text = maker.make();
        KeyRights rights = new KeyRights("administrator", Grants.OF_KEYS, Grants.WHOLE_COUNTRY, null);
        ApiKey key = new ApiKey(partner, text, rights, now, now.plus(Grants.LONGEST_OF_ADMINISTRATORS));
        stored.persistAndFlush(key);
        record(deployment, Action.KEY_ISSUED, key, null, Map.of());
        return new IssuedKey(text.text(), key.view());
    }

    @Transactional
    IssuedKey rotate(Caller by, String partner, String id, String idempotencyKey, NewSuccessor asked) {
        Instant now = now();
        partners.checkMayHaveKeys(partner);
        ApiKey old = stored.findForChange(partner, id).orElseThrow(PartnerKeys::unknown);
        KeyText text = maker.make();
        claim(by, "POST partners/" + partner + "/keys/" + id + "/rotation", idempotencyKey, asked, text);
        Grants.checkSuccessor(asked, now);
        if (!old.isGood(now)) {
            throw new ProblemException(ProblemType.KEY_IS_OVER);
        }
        if (stored.findSuccessorForChange(id).isPresent()) {
            throw new ProblemException(ProblemType.KEY_ALREADY_ROTATED);
        }
        Grants.checkGiver(by, endOf(by, now), old.rights(), asked.expiresAt(), now);
        ApiKey successor = old.successor(text, now, asked.expiresAt().truncatedTo(ChronoUnit.MICROS));
        // After the moment of its own making, also when the overlap is nothing.
        old.endAt(now.plus(asked.overlap()).plus(1, ChronoUnit.MICROS));
        stored.persistAndFlush(successor);
        record(
                by,
                Action.KEY_ROTATED,
                successor,
                null,
                Map.of("predecessor", id, "predecessorEndsAt", old.expiresAt().toString()));
        return new IssuedKey(text.text(), successor.view());
    }

    /**
     * For ever. What is revoked already stays as it is.
     *
     * @param successors whether those that took its place go with it
     */
    @Transactional
    KeyView revoke(Caller by, String partner, String id, String reason, boolean successors) {
        ApiKey key = stored.findForChange(partner, id).orElseThrow(PartnerKeys::unknown);
        Optional<ApiKey> next = Optional.of(key);
        while (next.isPresent()) {
            ApiKey each = next.get();
            if (!each.isRevoked()) {
                each.revoke(now());
                record(by, Action.KEY_REVOKED, each, reason, Map.of());
            }
            next = successors ? stored.findSuccessorForChange(each.id()) : Optional.empty();
        }
        return key.view();
    }

    @Transactional
    KeyView get(String partner, String id) {
        return stored.findByIdOptional(id)
                .filter(key -> partner.equals(key.partnerId()))
                .map(ApiKey::view)
                .orElseThrow(PartnerKeys::unknown);
    }

    @Transactional
    List<KeyView> list(String partner, ListPage.Place place) {
        partners.get(partner);
        return stored.listOfPartner(partner, place.after(), place.lookedFor()).stream()
                .map(ApiKey::view)
                .toList();
    }

    /** A key that was made by the same request before has been shown, and is not shown again. */
    private void claim(Caller by, String operation, String idempotencyKey, Object body, KeyText text) {
        requests.claim(new IdempotentRequests.Request(by.principal(), operation, idempotencyKey, body), text.id())
                .ifPresent(shown -> {
                    throw new ProblemException(ProblemType.KEY_ALREADY_SHOWN);
                });
    }

    /** A giver whose key was revoked a moment ago may still be remembered at the door, and gives nothing any more. */
    private Optional<Instant> endOf(Caller by, Instant now) {
        if (by.key() == null) {
            return Optional.empty();
        }
        return stored.findByIdOptional(by.key().id())
                .filter(key -> key.isGood(now))
                .map(key -> Optional.ofNullable(key.expiresAt()))
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    }

    private void record(Caller by, Action action, ApiKey key, String reason, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        KeyView view = key.view();
        details.put("label", view.label());
        details.put("scopes", String.join(" ", view.scopes()));
        details.put("expiresAt", view.expiresAt().toString());
        put(details, "organization", view.bindings().organization());
        put(details, "territories", joined(view.bindings().territories()));
        put(details, "datasets", joined(view.bindings().datasets()));
        put(details, "networks", joined(view.networks()));
        audit.record(by, action, view.partner(), "partners/" + view.partner() + "/keys/" + view.id(), reason, details);
    }

    private static String joined(List<String> values) {
        return values == null ? null : String.join(" ", values);
    }

    private static void put(Map<String, String> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemType.UNKNOWN_KEY);
    }
}
