package coop.parasol.local.bench;

import coop.parasol.local.bench.OrderClients.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From when an order was sent until it is allocated, seen in the database by looking each millisecond at one order after the other. */
final class AllocationTimes implements AutoCloseable {

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Connection connection;
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final List<Double> millis = new ArrayList<>();
    private final Thread watcher = Thread.ofPlatform().daemon().unstarted(this::watch);
    private volatile boolean stopped;

    /** @param connection of its own, closed at the end */
    AllocationTimes(Connection connection) {
        this.connection = connection;
        watcher.start();
    }

    /** Where accepted orders are put; those that come while another is watched are left out. */
    BlockingQueue<Sent> sent() {
        return sent;
    }

    private void watch() {
        try (PreparedStatement state =
                connection.prepareStatement("select 1 from sales_order where order_id = ? and state = 'ALLOCATED'")) {
            while (!stopped) {
                Sent order = sent.poll(100, TimeUnit.MILLISECONDS);
                if (order != null) {
                    state.setObject(1, order.orderId());
                    awaitAllocated(state, order.nanoTime());
                    sent.clear();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAllocated(PreparedStatement state, long from) throws SQLException, InterruptedException {
        while (System.nanoTime() - from < PATIENCE_NANOS) {
            try (ResultSet row = state.executeQuery()) {
                if (row.next()) {
                    break;
                }
            }
            Thread.sleep(1);
        }
        millis.add((System.nanoTime() - from) / 1e6);
    }

    /** Sorted; to be called after {@link #close}. */
    double[] millis() {
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
