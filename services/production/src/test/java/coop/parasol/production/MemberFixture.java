package coop.parasol.production;

import coop.parasol.messaging.Ids;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Member firms and products as production has heard of them. */
public final class MemberFixture {

    private MemberFixture() {}

    /** A member without commitments and batches. */
    public static UUID member(Member.State state) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Member member = new Member();
            member.id = Ids.next();
            member.ownerId = member.id;
            member.state = state;
            member.exitId = state == Member.State.ACTIVE ? null : Ids.next();
            member.persist();
            return member.id;
        });
    }

    /** A member of this id, which may be known already. */
    public static void activeMember(UUID memberId) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (Member.findById(memberId) == null) {
                Member member = new Member();
                member.id = memberId;
                member.ownerId = memberId;
                member.state = Member.State.ACTIVE;
                member.persist();
            }
        });
    }

    /** Membership has told that the firms have one owner. */
    public static void oneOwner(UUID... memberIds) {
        UUID owner = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            for (UUID memberId : memberIds) {
                Member.lock(memberId).orElseThrow().ownerId = owner;
            }
        });
    }

    /** The member asks to leave. */
    public static void leave(UUID memberId) {
        QuarkusTransaction.requiringNew().run(() -> {
            Member member = Member.lock(memberId).orElseThrow();
            member.state = Member.State.LEAVING;
            member.exitId = Ids.next();
        });
    }

    /** A product that is counted in pieces. */
    public static void product(String code, @Nullable Integer shelfLifeDays) {
        QuarkusTransaction.requiringNew().run(() -> {
            Product product = new Product();
            product.code = code;
            product.name = code;
            product.unit = "C62";
            product.shelfLifeDays = shelfLifeDays;
            product.standardVersion = 1;
            product.grades = List.of("A", "B");
            product.persist();
        });
    }
}
