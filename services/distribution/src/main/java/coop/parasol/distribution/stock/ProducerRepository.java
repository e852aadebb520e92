package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Producers: their names, who owns them, and how many certified batches of each have been received. */
@ApplicationScoped
public class ProducerRepository implements ReadModel {

    private final Jdbi jdbi;

    ProducerRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "producers";
    }

    @Override
    public List<Copy> copies() {
        return List.of(new Copy("producer", Set.of("name", "owner_id", "batches_received")));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(MemberActivatedV2.class, this::activated),
                new Projection<>(MemberRenamed.class, this::renamed),
                new Projection<>(OwnerRecorded.class, this::owned),
                new Projection<>(PersonErased.class, this::erased),
                new Projection<>(BatchCertified.class, this::certified));
    }

    /** Members have become owners of the firm, under these names. */
    void activated(List<MemberActivatedV2> members) {
        Map<UUID, String> names = new LinkedHashMap<>();
        members.forEach(member -> names.put(member.memberId(), member.name()));
        setNames(names);
    }

    /** Members go by other names. */
    void renamed(List<MemberRenamed> members) {
        Map<UUID, String> names = new LinkedHashMap<>();
        members.forEach(member -> names.put(member.memberId(), member.name()));
        setNames(names);
    }

    private void setNames(Map<UUID, String> names) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into producer (member_id, name)
            select member_id, name from unnest(:memberIds, :names) as named (member_id, name) order by member_id
            on conflict (member_id) do update set name = excluded.name
            """)
                .bindArray("memberIds", UUID.class, names.keySet())
                .bindArray("names", String.class, names.values())
                .execute());
    }

    /** It is recorded who owns firms; of those that are told twice the last holds. */
    void owned(List<OwnerRecorded> firms) {
        Map<UUID, UUID> owners = new LinkedHashMap<>();
        firms.forEach(firm -> owners.put(firm.memberId(), firm.ownerId()));
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into producer (member_id, owner_id)
            select member_id, owner_id from unnest(:memberIds, :ownerIds) as owned (member_id, owner_id)
             order by member_id
            on conflict (member_id) do update set owner_id = excluded.owner_id
            """)
                .bindArray("memberIds", UUID.class, owners.keySet())
                .bindArray("ownerIds", UUID.class, owners.values())
                .execute());
    }

    /** What is personal of members is erased. */
    void erased(List<PersonErased> persons) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update producer set name = null where member_id = any(:memberIds)")
                        .bindArray("memberIds", UUID.class, Columns.of(persons, PersonErased::memberId))
                        .execute());
    }

    /** Counts certified batches that become stock; the producers' rows stay locked until the transaction ends. */
    void certified(List<BatchCertified> batches) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into producer (member_id, batches_received)
            select member_id, count(*) from unnest(:memberIds) as received (member_id)
             group by member_id order by member_id
            on conflict (member_id) do update
               set batches_received = producer.batches_received + excluded.batches_received
            """)
                .bindArray("memberIds", UUID.class, Columns.of(batches, BatchCertified::memberId))
                .execute());
    }

    /** How many certified batches of a member were ever received; none comes in until the transaction ends. */
    public long lockBatchesReceived(UUID memberId) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into producer (member_id) values (:memberId) on conflict do nothing")
                    .bind("memberId", memberId)
                    .execute();
            return handle.createQuery(
                            "select batches_received from producer where member_id = :memberId for no key update")
                    .bind("memberId", memberId)
                    .mapTo(Long.class)
                    .one();
        });
    }

    record NamedProducer(UUID memberId, String name) {}

    /** The names of those members that membership has told. */
    public Map<UUID, String> names(Collection<UUID> memberIds) {
        List<NamedProducer> named = jdbi.withHandle(handle -> handle.createQuery(
                        "select member_id, name from producer where member_id = any(:memberIds) and name is not null")
                .bindArray("memberIds", UUID.class, memberIds)
                .mapTo(NamedProducer.class)
                .list());
        Map<UUID, String> names = new HashMap<>();
        named.forEach(producer -> names.put(producer.memberId(), producer.name()));
        return names;
    }
}
