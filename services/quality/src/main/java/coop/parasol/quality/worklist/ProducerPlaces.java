package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The place (town) of each producer, as membership told it last. */
@ApplicationScoped
class ProducerPlaces implements ReadModel {

    private final Jdbi jdbi;

    ProducerPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "places of producers";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("producer_place"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(MemberAdmitted.class, this::admitted),
                new Projection<>(MemberMoved.class, this::moved),
                new Projection<>(PersonErased.class, this::erased));
    }

    void admitted(List<MemberAdmitted> members) {
        Map<UUID, @Nullable String> places = new LinkedHashMap<>();
        members.forEach(member -> places.put(member.memberId(), member.place()));
        store(places);
    }

    void moved(List<MemberMoved> members) {
        Map<UUID, @Nullable String> places = new LinkedHashMap<>();
        members.forEach(member -> places.put(member.memberId(), member.place()));
        store(places);
    }

    void erased(List<PersonErased> persons) {
        Map<UUID, @Nullable String> places = new LinkedHashMap<>();
        persons.forEach(person -> places.put(person.memberId(), null));
        store(places);
    }

    /** @param places of members, {@code null} for one that has none */
    private void store(Map<UUID, @Nullable String> places) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                delete from producer_place using unnest(:members, :places) as told (member, place)
                 where member_id = member and told.place is null
                """)
                    .bindArray("members", UUID.class, places.keySet())
                    .bindArray("places", String.class, places.values())
                    .execute();
            handle.createUpdate("""
                insert into producer_place (member_id, place)
                select member, place from unnest(:members, :places) as told (member, place)
                 where place is not null order by member
                on conflict (member_id) do update set place = excluded.place
                """)
                    .bindArray("members", UUID.class, places.keySet())
                    .bindArray("places", String.class, places.values())
                    .execute();
        });
    }
}
