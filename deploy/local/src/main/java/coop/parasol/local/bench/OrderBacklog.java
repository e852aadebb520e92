package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What is left to do after orders were accepted: lines to allocate, events to send, and events that production has not handled. */
final class OrderBacklog {

    private final Connection distribution;
    private final TopicBacklog events;

    OrderBacklog(Connection distribution, Connection production) {
        this.distribution = distribution;
        this.events = new TopicBacklog(distribution, production, "distribution.orders");
    }

    void awaitEmpty() throws SQLException, InterruptedException {
        TopicBacklog.await(() ->
                TopicBacklog.isTrue(distribution, "select not exists (select from order_line where back_ordered > 0)")
                        && events.isEmpty());
    }
}
