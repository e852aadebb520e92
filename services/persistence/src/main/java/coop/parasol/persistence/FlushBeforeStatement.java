package coop.parasol.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import org.hibernate.Session;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** Writes Hibernate's pending changes of the present transaction before a statement that might look for them. */
final class FlushBeforeStatement implements StatementCustomizer {

    private final Session session;
    private final TransactionSynchronizationRegistry transactions;

    FlushBeforeStatement(Session session, TransactionSynchronizationRegistry transactions) {
        this.session = session;
        this.transactions = transactions;
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            session.flush();
        }
    }
}
