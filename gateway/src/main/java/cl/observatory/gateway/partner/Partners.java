package cl.observatory.gateway.partner;

import cl.observatory.gateway.audit.Action;
import cl.observatory.gateway.audit.Audit;
import cl.observatory.gateway.idempotency.IdempotentRequests;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.own.ListPage;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Creates, shows, suspends and readmits partners. Every change is recorded in the transaction that makes it. */
@ApplicationScoped
public class Partners {

    private static final Pattern ID = Pattern.compile(NewPartner.ID);
    private static final int LONGEST_ID = 60;

    private final PartnerRepository stored;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    Partners(PartnerRepository stored, IdempotentRequests requests, Audit audit, Clock clock) {
        this.stored = stored;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param idempotencyKey null when the caller gave none
     * @throws ProblemException when there is one of that id
     */
    @Transactional
    public PartnerView create(Caller by, String idempotencyKey, NewPartner asked) {
        boolean again = requests.claim(
                        new IdempotentRequests.Request(by.principal(), "POST partners", idempotencyKey, asked),
                        asked.id())
                .isPresent();
        if (again) {
            return get(asked.id());
        }
        if (stored.findById(asked.id()) != null) {
            throw new ProblemException(ProblemType.PARTNER_EXISTS);
        }
        return store(by, asked);
    }

    /** For the command of a deployment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void createIfMissing(Caller by, String id) {
        if (stored.findById(id) == null) {
            store(by, new NewPartner(id, id, by.principal()));
        }
    }

    public static boolean isId(String text) {
        return text.length() >= 2
                && text.length() <= LONGEST_ID
                && ID.matcher(text).matches();
    }

    private PartnerView store(Caller by, NewPartner asked) {
        Partner partner = new Partner(asked, now());
        stored.persistAndFlush(partner);
        audit.record(
                by, Action.PARTNER_CREATED, asked.id(), "partners/" + asked.id(), null, Map.of("name", asked.name()));
        return partner.view();
    }

    @Transactional
    public PartnerView get(String id) {
        return stored.findByIdOptional(id).map(Partner::view).orElseThrow(Partners::unknown);
    }

    /**
     * @param id null for nobody, who never is
     */
    @Transactional
    public boolean isSuspended(String id) {
        return id != null
                && stored.findByIdOptional(id).map(Partner::isSuspended).orElse(true);
    }

    /**
     * For who is about to give a partner something: until the transaction ends, nobody suspends the partner.
     *
     * @throws ProblemException when there is none, or it is suspended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void checkMayHaveKeys(String id) {
        Partner partner = stored.findForChange(id).orElseThrow(Partners::unknown);
        if (partner.isSuspended()) {
            throw new ProblemException(ProblemType.PARTNER_IS_SUSPENDED);
        }
    }

    @Transactional
    List<PartnerView> list(ListPage.Place place) {
        return stored.listAfter(place.after(), place.lookedFor()).stream()
                .map(Partner::view)
                .toList();
    }

    /** From now on none of its keys is good, until the suspension is lifted. Twice is as once. */
    @Transactional
    PartnerView suspend(Caller by, String id, String reason) {
        Partner partner = stored.findForChange(id).orElseThrow(Partners::unknown);
        if (!partner.isSuspended()) {
            partner.suspend(reason, now());
            audit.record(by, Action.PARTNER_SUSPENDED, id, "partners/" + id, reason, Map.of());
        }
        return partner.view();
    }

    @Transactional
    PartnerView liftSuspension(Caller by, String id) {
        Partner partner = stored.findForChange(id).orElseThrow(Partners::unknown);
        if (partner.isSuspended()) {
            partner.liftSuspension();
            audit.record(by, Action.SUSPENSION_LIFTED, id, "partners/" + id, null, Map.of());
        }
        return partner.view();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemType.UNKNOWN_PARTNER);
    }
}
