package coop.parasol.quality.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The towns of the producers, as membership told them last. */
@ApplicationScoped
class Places {

    private final Session database;

    Places(Session database) {
        this.database = database;
    }

    void know(UUID member, @Nullable String place) {
        database.createNativeMutationQuery("insert into producer (id, place) values (?1, ?2)"
                        + " on conflict (id) do update set place = excluded.place")
                .setParameter(1, member)
                .setParameter(2, place, String.class)
                .executeUpdate();
    }
}
