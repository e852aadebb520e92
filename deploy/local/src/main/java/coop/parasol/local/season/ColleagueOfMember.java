package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.Map;

/** A person whom a producer invites to do its daily work, who reports a batch and can bind the producer by nothing, and leaves again. */
final class ColleagueOfMember {

    private static final String OWN_ACCOUNT_ONLY = "own-account-only";

    private final SeasonContext context;
    private final DemoProducer producer;
    private final String people;
    private final String email;
    private String accountId = "";

    ColleagueOfMember(SeasonContext context, DemoProducer producer) {
        this.context = context;
        this.producer = producer;
        this.people = "/members/" + producer.memberId() + "/people";
        this.email = "usha-" + context.tag + "@" + producer.product().domain;
    }

    /** Who acts in the producer's name, once the colleague has been invited and has chosen a password. */
    DemoProducer accepts() {
        JsonNode invited =
                producer.owner().post(Component.MEMBERSHIP, people, Map.of("name", "Usha Devi", "email", email));
        accountId = invited.path("accountId").asText();
        // she opens the link of the mail; the demo chooses for her
        String password = "usha-demo";
        context.api.keycloak().setPassword(email, password);
        expectAccess("OWN_PASSWORD");
        ApiUser usha = context.api.user(email, password);
        context.log.line("%s invites Usha Devi, who chooses a password and works by an account of her own"
                .formatted(producer.name()));
        return new DemoProducer(producer.memberId(), producer.name(), email, producer.product(), usha);
    }

    /** @param usha the producer with the colleague as who acts for it */
    void triesToBindTheMember(DemoProducer usha) {
        ProblemResponseException refusal = usha.owner()
                .expectRefusal(() -> usha.owner()
                        .put(
                                Component.MEMBERSHIP,
                                "/members/" + producer.memberId() + "/bank-account",
                                Map.of("iban", ExampleIban.of(1))));
        if (refusal == null || !refusal.code().equals(OWN_ACCOUNT_ONLY)) {
            throw new OperatorException("A colleague was to be refused the bank account, and the answer is " + refusal);
        }
        context.log.line("Usha tries to change where %s is paid: %s"
                .formatted(producer.name(), PublishStandardsAndPrices.describe(refusal)));
    }

    /** The account is gone at once; who could act from when until when stays. */
    void leaves() {
        producer.owner().delete(Component.MEMBERSHIP, people + "/" + accountId);
        expectAccess("REMOVED");
        if (context.api.keycloak().accountExists(email)) {
            throw new OperatorException("The account of a colleague who was removed is still there.");
        }
        context.log.line("%s takes Usha's account away; from when until when she could act for it stays on record"
                .formatted(producer.name()));
    }

    private void expectAccess(String expected) {
        String access = context.registrar.getAllPages(Component.MEMBERSHIP, people).stream()
                .filter(one -> one.path("accountId").asText().equals(accountId))
                .map(one -> one.path("access").asText())
                .findFirst()
                .orElse("nothing");
        if (!access.equals(expected)) {
            throw new OperatorException(
                    "The registrar was to read " + expected + " of a colleague, and reads " + access + ".");
        }
    }
}
