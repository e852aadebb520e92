package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.ExitValued;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.messaging.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which members have a vote: from the day they own a share until it is valued. */
@ApplicationScoped
public class Voters implements ReadModel {

    private final Jdbi jdbi;

    Voters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "members with a vote";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("voter"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(MemberActivatedV2.class, this::activated),
                new Projection<>(ExitValued.class, this::valued));
    }

    /** Members that own a share from now on. */
    public void activated(List<MemberActivatedV2> members) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into voter (member_id, owns, is_valued)
                        select distinct member, true, false from unnest(:members) as m (member) order by member
                        on conflict (member_id) do update set owns = true
                        """)
                .bindArray(
                        "members",
                        UUID.class,
                        members.stream().map(MemberActivatedV2::memberId).toList())
                .execute());
    }

    /** Members whose share is valued, which may be heard before that they own one. */
    public void valued(List<ExitValued> exits) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into voter (member_id, owns, is_valued)
                        select distinct member, false, true from unnest(:members) as m (member) order by member
                        on conflict (member_id) do update set is_valued = true
                        """)
                .bindArray(
                        "members",
                        UUID.class,
                        exits.stream().map(ExitValued::memberId).toList())
                .execute());
    }

    /** Those that have a vote now. */
    List<UUID> withVote() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select member_id from voter where owns and not is_valued order by member_id")
                .mapTo(UUID.class)
                .list());
    }
}
