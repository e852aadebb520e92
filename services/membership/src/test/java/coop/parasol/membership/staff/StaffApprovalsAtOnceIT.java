package coop.parasol.membership.staff;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.staff.DecideStaffProposal.Actor;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.GroupRepresentation;

/** While the real Keycloak gives one person rights, others are given and lose theirs. */
@QuarkusTest
class StaffApprovalsAtOnceIT {

    private static final Actor REKHA = new Actor("rekha", true);
    private static final Actor RADHA = new Actor("radha", true);

    @Inject
    DecideStaffProposal decideStaffProposal;

    @Inject
    ManageStaffAccount manageStaffAccount;

    @Inject
    Keycloak keycloak;

    private final String email = "desk-" + UUID.randomUUID() + "@firm.example";

    @Test
    void giving_one_person_rights_holds_up_nobody_elses() {
        StaffAccount other = approve(proposed("other-" + email, StaffRole.TREASURER));
        UUID proposal = proposed(email, StaffRole.TREASURER);

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(decideStaffProposal.approve(proposal, RADHA)).isInstanceOf(DecideStaffProposal.Approved.class);
            assertThat(QuarkusTransaction.requiringNew().call(() -> manageStaffAccount.remove(other.id, RADHA)))
                    .as("while the approval has not ended")
                    .isInstanceOf(ManageStaffAccount.Done.class);
        });
    }

    @Test
    void of_two_approvals_for_one_address_at_once_the_last_one_counts() {
        List<UUID> proposals = Stream.of(StaffRole.TREASURER, StaffRole.LOGISTICS_DESK)
                .map(role -> proposed(email, role))
                .toList();

        CompletableFuture.allOf(proposals.stream()
                        .map(proposal -> CompletableFuture.runAsync(() -> inAnotherRequest(() -> approve(proposal))))
                        .toArray(CompletableFuture[]::new))
                .join();

        StaffAccount account = QuarkusTransaction.requiringNew()
                .call(() -> StaffAccount.ofAddress(email).orElseThrow());
        assertThat(groups())
                .containsExactlyElementsOf(
                        account.staffRoles().stream().map(StaffRole::group).toList());
    }

    private UUID proposed(String address, StaffRole role) {
        DecideStaffProposal.Rights rights =
                new DecideStaffProposal.Rights(address, "Asha Rao", Set.of(role), null, MailLanguage.HINDI);
        return ((DecideStaffProposal.Proposed)
                        QuarkusTransaction.requiringNew().call(() -> decideStaffProposal.propose(rights, REKHA)))
                .proposal()
                .id;
    }

    private StaffAccount approve(UUID proposal) {
        return ((DecideStaffProposal.Approved)
                        QuarkusTransaction.requiringNew().call(() -> decideStaffProposal.approve(proposal, RADHA)))
                .account();
    }

    private static void inAnotherRequest(Runnable work) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }

    private List<String> groups() {
        UsersResource users = keycloak.realm("parasol").users();
        return users.get(users.searchByUsername(email, true).getFirst().getId()).groups().stream()
                .map(GroupRepresentation::getName)
                .toList();
    }
}
