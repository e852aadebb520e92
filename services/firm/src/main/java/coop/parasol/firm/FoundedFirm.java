package coop.parasol.firm;

import coop.parasol.firm.rules.FoundingDecision;
import coop.parasol.firm.rules.FoundingDecision.Founded;
import coop.parasol.firm.rules.FoundingDecision.Refused;
import coop.parasol.firm.rules.FoundingSetting;
import coop.parasol.firm.rules.FoundingSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The firm that the service works for, as it was founded: the settings are stored in the service's database at its first start,
 * and a later start with another value fails before anything else is done.
 */
@ApplicationScoped
public class FoundedFirm {

    private static final int BEFORE_ALL_OTHERS = 1;

    private final DataSource database;
    private final Config config;
    private volatile @Nullable FoundingSettings settings;

    public FoundedFirm(DataSource database, Config config) {
        this.database = database;
        this.config = config;
    }

    void foundOrCheck(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        settings();
    }

    /**
     * The settings of the firm.
     *
     * @throws IllegalStateException if the service was started with other settings than the firm was founded with
     */
    public FoundingSettings settings() {
        FoundingSettings known = settings;
        if (known == null) {
            known = foundOrCheck();
            settings = known;
        }
        return known;
    }

    private synchronized FoundingSettings foundOrCheck() {
        try (Connection connection = database.getConnection()) {
            // of two instances that found the firm at once, the second goes by what the first has stored
            Founded founding = decide(connection);
            store(connection, founding.toKeep());
            return decide(connection).settings();
        } catch (SQLException e) {
            throw new IllegalStateException("the settings of the firm could not be read", e);
        }
    }

    private Founded decide(Connection connection) throws SQLException {
        return switch (FoundingDecision.decide(kept(connection), given())) {
            case Founded founded -> founded;
            case Refused refused -> throw new IllegalStateException(String.join("\n", refused.reasons()));
        };
    }

    private Map<FoundingSetting, String> given() {
        Map<FoundingSetting, String> given = new EnumMap<>(FoundingSetting.class);
        for (FoundingSetting setting : FoundingSetting.values()) {
            Optional<String> value = config.getOptionalValue("parasol.firm." + setting.key(), String.class);
            value.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> given.put(setting, text));
        }
        return given;
    }

    private static Map<FoundingSetting, String> kept(Connection connection) throws SQLException {
        Map<FoundingSetting, String> kept = new EnumMap<>(FoundingSetting.class);
        try (PreparedStatement query = connection.prepareStatement("select name, value from firm_setting");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String name = Objects.requireNonNull(rows.getString("name"));
                String value = Objects.requireNonNull(rows.getString("value"));
                Arrays.stream(FoundingSetting.values())
                        .filter(setting -> setting.key().equals(name))
                        .forEach(setting -> kept.put(setting, value));
            }
        }
        return kept;
    }

    private static void store(Connection connection, Map<FoundingSetting, String> toKeep) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into firm_setting (name, value) values (?, ?) on conflict (name) do nothing")) {
            for (Map.Entry<FoundingSetting, String> setting : toKeep.entrySet()) {
                insert.setString(1, setting.getKey().key());
                insert.setString(2, setting.getValue());
                insert.executeUpdate();
            }
        }
    }
}
