package cl.observatory.gateway.audit;

import cl.observatory.audit.AuditHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;

/**
 * Tells each end of the chain to the log, which is kept elsewhere than the database: whoever rewrites the chain has the
 * log against them. An end is told once it is committed, never one that did not come to be.
 */
@ApplicationScoped
class HeadLog {

    private static final Logger LOG = Logger.getLogger(HeadLog.class);

    private final TransactionSynchronizationRegistry transactions;

    HeadLog(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    void tellOnceCommitted(AuditHead head) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // there is nothing to say yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    LOG.info("audit head " + head);
                }
            }
        });
    }
}
