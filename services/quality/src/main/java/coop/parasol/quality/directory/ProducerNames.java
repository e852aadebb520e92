package coop.parasol.quality.directory;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the producers are called, until they are erased. */
@ApplicationScoped
public class ProducerNames implements ReadModel {

    private final Jdbi jdbi;

    ProducerNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A producer with its name. */
    public record Named(UUID memberId, String name) {}

    @Override
    public String name() {
        return "names of producers";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("producer_name"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(MemberAdmitted.class, this::admitted),
                new Projection<>(MemberRenamed.class, this::renamed),
                new Projection<>(PersonErased.class, this::erased));
    }

    /** Firms that may become producers, under these names. */
    public void admitted(List<MemberAdmitted> members) {
        Map<UUID, String> names = new LinkedHashMap<>();
        members.forEach(member -> names.put(member.memberId(), member.name()));
        store(names);
    }

    /** Producers go by other names. */
    public void renamed(List<MemberRenamed> members) {
        Map<UUID, String> names = new LinkedHashMap<>();
        members.forEach(member -> names.put(member.memberId(), member.name()));
        store(names);
    }

    /** Producers are not known by a name any more. */
    public void erased(List<PersonErased> persons) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from producer_name where member_id = any(:members)")
                .bindArray(
                        "members",
                        UUID.class,
                        persons.stream().map(PersonErased::memberId).toList())
                .execute());
    }

    private void store(Map<UUID, String> names) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into producer_name (member_id, name)
                        select member, name from unnest(:members, :names) as told (member, name) order by member
                        on conflict (member_id) do update set name = excluded.name
                        """)
                .bindArray("members", UUID.class, names.keySet())
                .bindArray("names", String.class, names.values())
                .execute());
    }

    /** The names of those of the producers that have one, in one query. */
    public Map<UUID, String> of(Collection<UUID> members) {
        return named(members).stream().collect(Collectors.toMap(Named::memberId, Named::name));
    }

    /** Those of the producers that have a name, by their names. */
    public List<Named> named(Collection<UUID> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id, name from producer_name where member_id = any(:members) order by name, member_id
                        """)
                .bindArray("members", UUID.class, members.stream().distinct().toList())
                .mapTo(Named.class)
                .list());
    }

    /** Producers after one, by their ids, whose name contains a text in capitals or not, or whose id it is. */
    List<Named> find(String text, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id, name from producer_name
                         where member_id > :after
                           and (position(lower(:text) in lower(name)) > 0 or cast(member_id as text) = lower(:text))
                         order by member_id limit :maxRows
                        """)
                .bind("after", after)
                .bind("text", text)
                .bind("maxRows", maxRows)
                .mapTo(Named.class)
                .list());
    }

    /** The name of one producer; null if it has none. */
    public @Nullable String of(UUID member) {
        return of(List.of(member)).get(member);
    }
}
