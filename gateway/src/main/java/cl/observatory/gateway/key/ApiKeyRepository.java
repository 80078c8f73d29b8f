package cl.observatory.gateway.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    Optional<ApiKey> findForChange(String partner, String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(key -> partner.equals(key.partnerId()));
    }

    Optional<ApiKey> findSuccessorForChange(String id) {
        return find("predecessorId = ?1", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * @param after only keys behind this id
     */
    List<ApiKey> listOfPartner(String partner, String after, int limit) {
        return find("partnerId = ?1 and id > ?2 order by id", partner, after)
                .page(0, limit)
                .list();
    }

    /** Keys of a keys file that do not stand in it any more, and are good still. */
    List<ApiKey> listGoodFromFileExcept(Set<String> ids) {
        return find("fromFile and expiresAt is null and revokedAt is null").stream()
                .filter(key -> !ids.contains(key.id()))
                .toList();
    }

    /** Has whoever else stores a keys file wait until this transaction ends. */
    void lockKeysFile(long lock) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", lock)
                .getSingleResult();
    }
}
