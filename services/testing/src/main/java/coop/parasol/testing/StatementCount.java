package coop.parasol.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts what is sent to the database, to show that work on many takes as many statements as work on few. */
public final class StatementCount {

    private StatementCount() {}

    /**
     * How many statements of Jdbi and Hibernate some work takes, in a transaction of its own. Those of other threads, timers and
     * listeners among them, are not counted; nor is the one that the outbox takes for all events at the end.
     *
     * @param work in the transaction that is open
     */
    public static long of(Jdbi jdbi, EntityManager entityManager, Runnable work) {
        AtomicLong executed = new AtomicLong();
        Thread counted = Thread.currentThread();
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        SqlLogger usual = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                executed.addAndGet(Thread.currentThread() == counted ? 1 : 0);
            }
        });
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                entityManager.unwrap(Session.class).addEventListeners(new SessionEventListener() {
                    @Override
                    public void jdbcPrepareStatementStart() {
                        executed.incrementAndGet();
                    }
                });
                work.run();
            });
            return executed.get();
        } finally {
            statements.setSqlLogger(usual);
        }
    }
}
