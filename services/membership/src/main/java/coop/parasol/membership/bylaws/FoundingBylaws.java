package coop.parasol.membership.bylaws;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.bylaws.rules.Bylaws;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The bylaws that a firm is founded with: the settings {@code parasol.bylaws.*} at its first start. */
@ApplicationScoped
class FoundingBylaws {

    /** The shortest voting period that bylaws may set: a day, less only in a demo. */
    private static final String MIN_VOTING_PERIOD = "parasol.membership.min-voting-period";

    private final Config config;
    private final FirmCurrency currency;
    private final ObjectMapper json;

    FoundingBylaws(Config config, FirmCurrency currency, ObjectMapper json) {
        this.config = config;
        this.currency = currency;
        this.json = json;
    }

    /** @throws IllegalArgumentException if a value is missing, malformed or out of bounds */
    Bylaws read() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : Bylaws.class.getRecordComponents()) {
            values.put(component.getName(), value(component));
        }
        Bylaws bylaws = json.convertValue(values, Bylaws.class);
        bylaws.requireVotingPeriod(config.getValue(MIN_VOTING_PERIOD, Duration.class));
        return bylaws;
    }

    private Object value(RecordComponent component) {
        if (component.getName().equals("version")) {
            return 1;
        }
        String name = "parasol.bylaws."
                + component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (component.getType() == Money.class) {
            return Money.of(config.getValue(name, String.class), currency.code());
        }
        return component.getType().isPrimitive()
                ? config.getValue(name, component.getType())
                : config.getValue(name, String.class);
    }
}
