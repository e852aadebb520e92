package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void an_id_is_a_version_seven_uuid_of_now() {
        long before = Instant.now().toEpochMilli();
        UUID id = Ids.next();
        long after = Instant.now().toEpochMilli();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void ids_are_all_different_and_sort_by_time() {
        Set<UUID> ids = new HashSet<>();
        long last = 0;
        for (int turn = 0; turn < 100_000; turn++) {
            UUID id = Ids.next();
            assertThat(ids.add(id)).isTrue();
            assertThat(id.getMostSignificantBits()).isGreaterThanOrEqualTo(last);
            last = id.getMostSignificantBits();
        }
    }
}
