package coop.parasol.distribution.bylaws;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.distribution.exit.ExitGoodsBylaws;
import coop.parasol.distribution.forecast.ForecastBylaw;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Stores what the bylaws say, from now on, of a leaving member's unsold goods and of when partners change their forecasts. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final ExitGoodsBylaws exitGoods;
    private final ForecastBylaw forecastDays;

    OnBylawsChanged(ExitGoodsBylaws exitGoods, ForecastBylaw forecastDays) {
        this.exitGoods = exitGoods;
        this.forecastDays = forecastDays;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        exitGoods.change(event.version(), event.changes());
        @Nullable String days = event.changes().get(ForecastBylaw.NAME);
        if (days != null) {
            forecastDays.change(event.version(), event.effectiveFrom(), Integer.parseInt(days));
        }
    }
}
