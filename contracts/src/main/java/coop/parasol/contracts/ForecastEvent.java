package coop.parasol.contracts;

import java.time.Instant;
import java.util.UUID;

/** Events of the service distribution about what partners expect to order. */
public sealed interface ForecastEvent extends Event {

    /**
     * A partner has said how much of a product and grade it expects to order for a week. It replaces what the partner has said of the
     * same before. Its orders for the week consume it: of both, the larger is wanted. It is no order, and nothing is owed for it.
     *
     * @param quantity that is expected; zero takes back what was
     */
    @Topic("distribution.forecasts")
    record ForecastChanged(
            UUID partnerId, String product, String grade, Period period, Quantity quantity, Instant changedAt)
            implements ForecastEvent {
        @Override
        public String subject() {
            return partnerId.toString();
        }
    }
}
