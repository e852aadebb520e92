package coop.parasol.messaging;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the container does for a service, for tests without one: one connection per thread, shared by its transaction. */
final class PlainTransactions implements Transactions, DataSource {

    private final DataSource database;
    private final Map<Thread, Connection> connections = new ConcurrentHashMap<>();
    private final Map<Thread, Set<Runnable>> signals = new ConcurrentHashMap<>();

    PlainTransactions(DataSource database) {
        this.database = database;
    }

    @Override
    public void run(Runnable work) {
        Set<Runnable> afterCommit = new LinkedHashSet<>();
        try {
            Connection own = own();
            own.setAutoCommit(false);
            signals.put(Thread.currentThread(), afterCommit);
            try {
                work.run();
                own.commit();
            } catch (RuntimeException | Error e) {
                if (!own.isClosed()) {
                    own.rollback();
                }
                throw e;
            } finally {
                signals.remove(Thread.currentThread());
                if (!own.isClosed()) {
                    own.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public void afterCommit(Runnable signal) {
        Set<Runnable> present = signals.get(Thread.currentThread());
        if (present == null) {
            throw new IllegalStateException("an event is decided inside a transaction");
        }
        present.add(signal);
    }

    private Connection own() throws SQLException {
        Connection own = connections.get(Thread.currentThread());
        if (own == null || own.isClosed()) {
            own = database.getConnection();
            connections.put(Thread.currentThread(), own);
        }
        return own;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection own = own();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(own, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
