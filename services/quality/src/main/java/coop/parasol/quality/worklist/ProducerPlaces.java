package coop.parasol.quality.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The place (town) of each producer, as membership told it last. */
@ApplicationScoped
class ProducerPlaces {

    private static final String STORE = """
            insert into producer_place (member_id, place) values (:member, :place)
            on conflict (member_id) do update set place = excluded.place
            """;

    private final Jdbi jdbi;

    ProducerPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param place {@code null} if the member has named none */
    void store(UUID memberId, @Nullable String place) {
        jdbi.useHandle(handle -> {
            if (place == null) {
                handle.createUpdate("delete from producer_place where member_id = :member")
                        .bind("member", memberId)
                        .execute();
            } else {
                handle.createUpdate(STORE)
                        .bind("member", memberId)
                        .bind("place", place)
                        .execute();
            }
        });
    }
}
