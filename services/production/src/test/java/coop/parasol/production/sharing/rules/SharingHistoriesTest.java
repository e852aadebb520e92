package coop.parasol.production.sharing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.production.sharing.rules.OfferRules.Allowed;
import coop.parasol.production.sharing.rules.OfferRules.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random weeks in which some owners, with firms of their own and accomplices, commit anything, offer and take among themselves, and
 * others honestly commit what they can make: what is committed is never lost nor doubled by sharing, nobody gives and takes, and all
 * who share with one another have together no more counted than if each had committed honestly what it can make.
 */
class SharingHistoriesTest {

    private static final int HISTORIES = 400;
    private static final int STEPS = 60;
    private static final BigDecimal ONE_PERCENT = new BigDecimal("1.01");

    /** A firm in a week. */
    private static final class Firm {
        private final UUID id = UUID.randomUUID();
        private final UUID owner;
        private final long means;
        private long committed;

        Firm(UUID owner, long means, long committed) {
            this.owner = owner;
            this.means = means;
            this.committed = committed;
        }
    }

    /** An offer of a firm. */
    private static final class Offer {
        private final Firm by;
        private final long offered;
        private long taken;
        private boolean open = true;

        Offer(Firm by, long offered) {
            this.by = by;
            this.offered = offered;
        }
    }

    /** A week, with what was shared in it. */
    private static final class Week {
        private final List<Firm> sharing = new ArrayList<>();
        private final List<Firm> honest = new ArrayList<>();
        private final List<Offer> offers = new ArrayList<>();
        private final Set<UUID> takers = new HashSet<>();

        Side sideOf(Firm firm) {
            return new Side(
                    offers.stream()
                            .anyMatch(offer -> offer.by.owner.equals(firm.owner) && (offer.open || offer.taken > 0)),
                    takers.contains(firm.owner));
        }

        long committed() {
            return sharing.stream().mapToLong(firm -> firm.committed).sum();
        }

        void offer(Firm firm, long part) {
            long open = offers.stream()
                    .filter(offer -> offer.by == firm && offer.open)
                    .mapToLong(offer -> offer.offered - offer.taken)
                    .sum();
            if (OfferRules.offer(units(part), units(firm.committed), units(open), sideOf(firm)) instanceof Allowed) {
                offers.add(new Offer(firm, part));
            }
        }

        void take(Firm firm, Offer offer, long part) {
            BigDecimal available =
                    OfferRules.available(units(offer.offered), units(offer.taken), units(offer.by.committed));
            boolean oneOwner = firm.owner.equals(offer.by.owner);
            if (offer.open
                    && OfferRules.take(units(part), available, oneOwner, true, sideOf(firm)) instanceof Allowed) {
                offer.taken += part;
                offer.by.committed -= part;
                firm.committed += part;
                takers.add(firm.owner);
            }
        }

        /** What counts for those who share together, of what each of their owners can make. */
        BigDecimal counted(long wanted, boolean honestly) {
            List<UniformRule.Commitment> all = new ArrayList<>();
            sharing.forEach(firm -> all.add(
                    new UniformRule.Commitment(firm.id, firm.owner, units(honestly ? firm.means : firm.committed))));
            honest.forEach(firm -> all.add(new UniformRule.Commitment(firm.id, firm.owner, units(firm.committed))));
            UniformRule.Counted counted = UniformRule.count(units(wanted), all, 0);
            BigDecimal sum = BigDecimal.ZERO;
            for (UUID owner : owners()) {
                BigDecimal counts = sharing.stream()
                        .filter(firm -> firm.owner.equals(owner))
                        .map(firm -> Objects.requireNonNull(counted.counts().get(firm.id)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                long means = sharing.stream()
                        .filter(firm -> firm.owner.equals(owner))
                        .mapToLong(firm -> firm.means)
                        .sum();
                sum = sum.add(counts.min(units(means)));
            }
            return sum;
        }

        Set<UUID> owners() {
            Set<UUID> owners = new HashSet<>();
            sharing.forEach(firm -> owners.add(firm.owner));
            return owners;
        }
    }

    @Test
    void sharing_loses_no_unit_goes_in_no_circle_and_gains_those_who_share_nothing() {
        Random random = new Random(51);
        for (int history = 0; history < HISTORIES; history++) {
            Week week = week(random);
            long wanted = random.nextInt(800);
            long before = week.committed();
            for (int step = 0; step < STEPS; step++) {
                step(random, week);

                assertThat(week.committed()).isEqualTo(before);
                assertThat(week.sharing).allMatch(firm -> firm.committed >= 0);
                assertThat(week.offers.stream().filter(offer -> offer.taken > 0))
                        .noneMatch(offer -> week.takers.contains(offer.by.owner))
                        .allMatch(offer -> offer.taken <= offer.offered);
            }
            BigDecimal honest = week.counted(wanted, true);

            assertThat(week.counted(wanted, false))
                    .isLessThanOrEqualTo(honest.multiply(ONE_PERCENT)
                            .max(honest.add(units(week.owners().size()))));
        }
    }

    private static void step(Random random, Week week) {
        Firm firm = week.sharing.get(random.nextInt(week.sharing.size()));
        int what = random.nextInt(5);
        if (what < 2 || week.offers.isEmpty()) {
            week.offer(firm, 1L + random.nextInt(300));
        } else {
            Offer offer = week.offers.get(random.nextInt(week.offers.size()));
            if (what == 2) {
                offer.open = false;
            } else {
                week.take(firm, offer, 1L + random.nextInt(200));
            }
        }
    }

    private static Week week(Random random) {
        Week week = new Week();
        int owners = 2 + random.nextInt(3);
        for (int owner = 0; owner < owners; owner++) {
            UUID id = UUID.randomUUID();
            int firms = 1 + random.nextInt(3);
            for (int firm = 0; firm < firms; firm++) {
                week.sharing.add(new Firm(id, random.nextInt(150), random.nextInt(1_000)));
            }
        }
        int honest = 1 + random.nextInt(6);
        for (int producer = 0; producer < honest; producer++) {
            long means = random.nextInt(200);
            week.honest.add(new Firm(UUID.randomUUID(), means, means));
        }
        return week;
    }

    private static BigDecimal units(long units) {
        return BigDecimal.valueOf(units);
    }
}
