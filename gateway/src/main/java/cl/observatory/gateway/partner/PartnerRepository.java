package cl.observatory.gateway.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The stored partners. */
@ApplicationScoped
class PartnerRepository implements PanacheRepositoryBase<Partner, String> {

    Optional<Partner> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * @param after only partners behind this id
     */
    List<Partner> listAfter(String after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
