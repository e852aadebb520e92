package coop.parasol.quality.batch;

import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts statements. */
final class StatementCount {

    private StatementCount() {}

    /** How many statements of Jdbi and Hibernate some work takes; the outbox takes one more for all events. */
    static long of(Jdbi jdbi, Runnable work) {
        Statistics hibernate = Batch.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        SqlLogger usual = statements.getSqlLogger();
        AtomicLong executed = new AtomicLong();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                executed.incrementAndGet();
            }
        });
        hibernate.setStatisticsEnabled(true);
        hibernate.clear();
        try {
            work.run();
            return executed.get() + hibernate.getPrepareStatementCount();
        } finally {
            hibernate.setStatisticsEnabled(false);
            statements.setSqlLogger(usual);
        }
    }
}
