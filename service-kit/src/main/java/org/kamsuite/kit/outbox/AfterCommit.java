package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// Runs something once the current transaction has committed.
@ApplicationScoped
public class AfterCommit {

    private final TransactionSynchronizationRegistry transactions;

    @Inject
    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /// Runs the action after the commit, or at once where there is no transaction; once per
    /// transaction and key.
    public void run(Object key, Runnable action) {
        if (transactions.getTransactionKey() == null) {
            action.run();
        } else if (transactions.getResource(key) == null) {
            transactions.putResource(key, true);
            transactions.registerInterposedSynchronization(new OnCommit(action));
        }
    }

    private record OnCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
