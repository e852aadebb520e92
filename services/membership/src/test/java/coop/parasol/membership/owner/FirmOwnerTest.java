package coop.parasol.membership.owner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.Desk;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Two persons record which firms have one owner; the other services are told of each firm. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class FirmOwnerTest {

    private static final String OWN = "0198c000-0000-7000-8000-00000000aaaa";

    @Inject
    DecideOwnerProposal ownerProposals;

    @Inject
    OwnerProofs proofs;

    @Inject
    Jdbi jdbi;

    @Test
    void one_person_alone_records_nothing_and_two_tell_the_owner_of_each_firm() {
        String asha = Desk.join();
        String bina = Desk.join();
        String proposal = propose("ONE_OWNER", asha, bina);

        Desk.post("/firm-owners/proposals/" + proposal + "/approval", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        assertThat(told(asha)).isEmpty();
        approve(proposal);

        assertThat(told(asha)).hasSize(1).isEqualTo(told(bina));
        assertThat(told(asha)).doesNotContain(asha, bina);
        given().queryParam("limit", 200)
                .get("/firm-owners")
                .then()
                .statusCode(200)
                .body("items.find { it.memberId == '" + asha + "' }.otherFirms.memberId", equalTo(List.of(bina)));
        given().get("/firm-owners/proposals")
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("APPROVED"))
                .body("items[0].proposedBy", equalTo("rekha"))
                .body("items[0].decidedBy", equalTo("radha"))
                .body("items[0].firms.memberId", hasItem(asha));
    }

    @Test
    void a_firm_that_is_put_together_with_one_of_a_group_has_the_owner_of_all() {
        String asha = Desk.join();
        String bina = Desk.join();
        String chitra = Desk.join();
        approve(propose("ONE_OWNER", asha, bina));
        approve(propose("ONE_OWNER", bina, chitra));

        assertThat(told(chitra)).isEqualTo(told(asha));
        refuse("ONE_OWNER", 409, "owner-unchanged", asha, chitra);
    }

    @Test
    void a_firm_that_is_sold_is_its_own_owner_again_and_the_others_stay_together() {
        String asha = Desk.join();
        String bina = Desk.join();
        String chitra = Desk.join();
        approve(propose("ONE_OWNER", asha, bina, chitra));
        String owner = told(asha).getFirst();

        approve(propose("OWN_OWNER", bina));

        assertThat(told(bina)).containsExactly(owner, bina);
        assertThat(told(chitra)).containsExactly(owner);
        refuse("OWN_OWNER", 409, "owner-unchanged", bina);
    }

    @Test
    void what_is_no_record_of_owners_is_refused() {
        String asha = Desk.join();
        String applicant = Desk.apply();

        refuse("ONE_OWNER", 422, "wrong-number-of-firms", asha);
        refuse("ONE_OWNER", 422, "wrong-number-of-firms", asha, asha);
        refuse("OWN_OWNER", 422, "wrong-number-of-firms", asha, applicant);
        refuse("ONE_OWNER", 422, "no-share", asha, applicant);
        refuse("ONE_OWNER", 422, "no-share", asha, UUID.randomUUID().toString());
        refuse("OWN_OWNER", 409, "owner-unchanged", asha);
    }

    @Test
    void a_proposal_is_withdrawn_or_approved_once_and_two_that_say_the_same_record_it_once() {
        String asha = Desk.join();
        String bina = Desk.join();
        String first = propose("ONE_OWNER", asha, bina);
        String second = propose("ONE_OWNER", bina, asha);
        String third = propose("ONE_OWNER", asha, bina);
        given().delete("/firm-owners/proposals/" + third).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        given().delete("/firm-owners/proposals/" + third)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"));
        approve(first);

        assertThat(tryToApprove(second)).isInstanceOf(DecideOwnerProposal.Refused.class);
        assertThat(tryToApprove(first)).isInstanceOf(DecideOwnerProposal.Refused.class);
        assertThat(told(asha)).hasSize(1);
    }

    @Test
    void groups_that_are_put_together_at_once_are_one_group_in_the_end() {
        for (int round = 0; round < 5; round++) {
            String asha = Desk.join();
            String bina = Desk.join();
            String chitra = Desk.join();
            String deepa = Desk.join();
            approve(propose("ONE_OWNER", asha, bina));
            approve(propose("ONE_OWNER", chitra, deepa));
            String left = propose("ONE_OWNER", asha, chitra);
            String right = propose("ONE_OWNER", bina, deepa);

            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> tryToApprove(left)),
                            CompletableFuture.runAsync(() -> tryToApprove(right)))
                    .join();

            assertThat(List.of(bina, chitra, deepa))
                    .allSatisfy(firm -> assertThat(told(firm).getLast())
                            .isEqualTo(told(asha).getLast()));
        }
    }

    @Test
    @TestSecurity(user = "own", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = OWN))
    void a_producer_sees_its_own_firm_alone_and_records_nothing() {
        given().get("/firm-owners").then().statusCode(200).body("items.size()", equalTo(0));
        given().get("/firm-owners/proposals").then().statusCode(403);
        Desk.post("/firm-owners/proposals", body("OWN_OWNER", OWN)).then().statusCode(403);
    }

    @Test
    void what_proves_an_owner_is_erased_with_the_firm() {
        String asha = Desk.join();
        String bina = Desk.join();
        String proposal = propose("ONE_OWNER", asha, bina);
        approve(proposal);

        assertThat(QuarkusTransaction.requiringNew().call(() -> proofs.erase(UUID.fromString(asha))))
                .isEqualTo(1);

        given().queryParam("limit", 200)
                .get("/firm-owners/proposals")
                .then()
                .body("items.find { it.proposalId == '" + proposal + "' }.proof", nullValue());
    }

    @Test
    @TestSecurity(user = "tara", roles = "treasurer")
    void a_treasurer_who_may_approve_is_told_of_it() {
        given().get("/waiting-work")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'OWNER_TO_APPROVE' }.role", equalTo("treasurer"));
    }

    private static String propose(String kind, String... firms) {
        return Desk.post("/firm-owners/proposals", body(kind, firms))
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
    }

    private static void refuse(String kind, int status, String code, String... firms) {
        String answer = Desk.post("/firm-owners/proposals", body(kind, firms))
                .then()
                .statusCode(status)
                .extract()
                .asString();
        assertThat(answer).contains(code);
    }

    private static String body(String kind, String... firms) {
        return "{\"kind\": \"%s\", \"memberIds\": [\"%s\"], \"proof\": \"entry 12 of the register of firms\"}"
                .formatted(kind, String.join("\", \"", firms));
    }

    private void approve(String proposal) {
        assertThat(tryToApprove(proposal)).isInstanceOf(DecideOwnerProposal.Done.class);
    }

    private DecideOwnerProposal.Outcome tryToApprove(String proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ownerProposals.approve(UUID.fromString(proposal), Cause.of("radha")));
    }

    /** The owners that the other services were told of for a firm, the last one last. */
    private List<String> told(String firm) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                select payload::jsonb ->> 'ownerId'
                  from (select seq, type, payload from outbox union all select seq, type, payload from sent_event) as event
                 where type like '%OwnerRecorded%' and payload::jsonb ->> 'memberId' = :firm
                 order by seq
                """)
                        .bind("firm", firm)
                        .mapTo(String.class)
                        .list()));
    }
}
