package coop.parasol.membership.owner.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Firms of one owner (rules.md 5) are put together with all that have the same owner, and taken apart one by one. */
class OwnerGroupsTest {

    private static final UUID ASHA = new UUID(1, 1);
    private static final UUID BINA = new UUID(1, 2);
    private static final UUID CHITRA = new UUID(1, 3);
    private static final UUID DEEPA = new UUID(1, 4);
    private static final UUID GROUP = new UUID(2, 1);
    private static final UUID OTHER_GROUP = new UUID(2, 2);
    private static final UUID NEW = new UUID(2, 9);

    @Test
    void two_firms_that_are_in_no_group_get_a_new_owner() {
        assertThat(OwnerGroups.oneOwner(List.of(ASHA, BINA), Map.of(), NEW)).isEqualTo(Map.of(ASHA, NEW, BINA, NEW));
    }

    @Test
    void a_firm_that_joins_a_group_changes_no_other() {
        assertThat(OwnerGroups.oneOwner(List.of(ASHA, CHITRA), Map.of(ASHA, GROUP, BINA, GROUP), NEW))
                .isEqualTo(Map.of(CHITRA, GROUP));
    }

    @Test
    void two_groups_become_one_though_only_a_firm_of_each_is_named() {
        Map<UUID, UUID> recorded = Map.of(ASHA, GROUP, BINA, GROUP, CHITRA, OTHER_GROUP, DEEPA, OTHER_GROUP);

        assertThat(OwnerGroups.oneOwner(List.of(BINA, CHITRA), recorded, NEW))
                .isEqualTo(Map.of(CHITRA, GROUP, DEEPA, GROUP));
    }

    @Test
    void nothing_changes_for_firms_that_have_one_owner_already_or_each_its_own() {
        assertThat(OwnerGroups.oneOwner(List.of(ASHA, BINA), Map.of(ASHA, GROUP, BINA, GROUP), NEW))
                .isEmpty();
        assertThat(OwnerGroups.ownOwner(ASHA, Map.of())).isEmpty();
    }

    @Test
    void a_firm_that_leaves_a_group_is_its_own_owner_and_so_is_the_last_that_it_leaves_behind() {
        assertThat(OwnerGroups.ownOwner(ASHA, Map.of(ASHA, GROUP, BINA, GROUP, CHITRA, GROUP)))
                .isEqualTo(Map.of(ASHA, ASHA));
        assertThat(OwnerGroups.ownOwner(ASHA, Map.of(ASHA, GROUP, BINA, GROUP)))
                .isEqualTo(Map.of(ASHA, ASHA, BINA, BINA));
    }

    /** Whoever folds the changes has, after any history, exactly the groups of a model that keeps sets of firms. */
    @Test
    void after_any_history_two_firms_have_one_owner_exactly_if_they_are_in_one_set() {
        Random random = new Random(21);
        for (int history = 0; history < 300; history++) {
            List<UUID> firms = Stream.generate(UUID::randomUUID)
                    .limit(2 + random.nextInt(9))
                    .toList();
            Map<UUID, UUID> recorded = new HashMap<>();
            Map<UUID, UUID> told = new HashMap<>();
            firms.forEach(firm -> told.put(firm, firm));
            List<Set<UUID>> model = new ArrayList<>(firms.stream()
                    .map(firm -> (Set<UUID>) new HashSet<>(Set.of(firm)))
                    .toList());
            for (int step = 0; step < 30; step++) {
                Map<UUID, UUID> changes = step(random, firms, recorded, model);
                told.putAll(changes);
                changes.forEach((firm, owner) -> {
                    if (owner.equals(firm)) {
                        recorded.remove(firm);
                    } else {
                        recorded.put(firm, owner);
                    }
                });

                assertThat(groups(told)).isEqualTo(Set.copyOf(model));
                assertThat(groups(recorded)).allMatch(group -> group.size() > 1);
            }
        }
    }

    private static Map<UUID, UUID> step(
            Random random, List<UUID> firms, Map<UUID, UUID> recorded, List<Set<UUID>> model) {
        UUID firm = firms.get(random.nextInt(firms.size()));
        UUID other = firms.get(random.nextInt(firms.size()));
        if (random.nextInt(3) == 0 || firm.equals(other)) {
            Set<UUID> old = setOf(firm, model);
            if (old.size() > 1) {
                old = new HashSet<>(old);
                model.remove(setOf(firm, model));
                old.remove(firm);
                model.add(old);
                model.add(new HashSet<>(Set.of(firm)));
            }
            return OwnerGroups.ownOwner(firm, recorded);
        }
        Set<UUID> union = new HashSet<>(setOf(firm, model));
        union.addAll(setOf(other, model));
        model.removeIf(set -> set.contains(firm) || set.contains(other));
        model.add(union);
        return OwnerGroups.oneOwner(List.of(firm, other), recorded, UUID.randomUUID());
    }

    private static Set<UUID> setOf(UUID firm, List<Set<UUID>> model) {
        return model.stream().filter(set -> set.contains(firm)).findFirst().orElseThrow();
    }

    private static Set<Set<UUID>> groups(Map<UUID, UUID> owners) {
        return Set.copyOf(owners.keySet().stream()
                .collect(Collectors.groupingBy(owners::get, Collectors.toSet()))
                .values());
    }
}
