package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventVersionsTest {

    @Test
    void the_latest_version_is_written_unless_the_setting_names_an_earlier_one() {
        assertThat(versions(Map.of()).writes(MemberActivatedV2.class)).isTrue();
        assertThat(set("2").writes(MemberActivatedV2.class)).isTrue();
        assertThat(set("1").writes(MemberActivatedV2.class)).isFalse();
        assertThat(set("1").writes(MemberActivated.class)).isTrue();
    }

    @Test
    void a_version_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> set("3").writes(MemberActivatedV2.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parasol.events.version.MemberActivated");
    }

    private static EventVersions set(String version) {
        return versions(Map.of("parasol.events.version.MemberActivated", version));
    }

    private static EventVersions versions(Map<String, String> settings) {
        return new EventVersions(
                new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }
}
