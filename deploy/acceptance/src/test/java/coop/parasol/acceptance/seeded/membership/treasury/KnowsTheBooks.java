package coop.parasol.acceptance.seeded.membership.treasury;

import coop.parasol.acceptance.seeded.membership.books.ledger.KnowsAMember;

/** Treasury, which must not know the books. */
public record KnowsTheBooks(KnowsAMember books) {}
