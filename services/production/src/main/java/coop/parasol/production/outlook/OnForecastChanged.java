package coop.parasol.production.outlook;

import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what partners expect to order beside what they have ordered; four statements however many forecasts there are. */
@ApplicationScoped
public class OnForecastChanged implements SetHandler<ForecastChanged> {

    private final OrderLines lines;

    OnForecastChanged(OrderLines lines) {
        this.lines = lines;
    }

    @Override
    public void onAll(List<Received<ForecastChanged>> events) {
        lines.forecast(events.stream().map(Received::event).toList());
    }
}
