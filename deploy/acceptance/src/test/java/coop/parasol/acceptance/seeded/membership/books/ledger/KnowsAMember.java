package coop.parasol.acceptance.seeded.membership.books.ledger;

import coop.parasol.acceptance.seeded.membership.share.OtherHalfOfACycle;
import coop.parasol.acceptance.seeded.web.Problem;
import jakarta.persistence.EntityManager;

/** Books that know a class of a member's feature, answer a caller themselves, and read rows without types. */
public record KnowsAMember(OtherHalfOfACycle share, EntityManager database) {

    Problem problem() {
        return new Problem(database.createNativeQuery("select 1"));
    }
}
