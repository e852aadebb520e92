package coop.parasol.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import org.hibernate.Session;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** Flushes Hibernate's session before each Jdbi statement of the present transaction, so that the statement sees its changes. */
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
