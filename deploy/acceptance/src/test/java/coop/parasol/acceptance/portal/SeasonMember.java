package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigInteger;

/** The way of a member through a season told by clicks: from its application to its exit. */
final class SeasonMember {

    private static final String PASSWORD = "kiran-demo";
    private static final int MAX_ACCOUNT_NUMBER = 1_000_000_000;

    private final SeasonCast cast;
    private String exit = "";

    SeasonMember(SeasonCast cast) {
        this.cast = cast;
    }

    void applies() {
        Person applicant = cast.anybody();
        applicant.page().navigate("/");
        applicant
                .follow("nav a[href='/join']")
                .type("name", cast.firm)
                .type("registrationNumber", "MSME-" + cast.tag)
                .choose("kind", "PRODUCT")
                .type("email", cast.email);
        cast.picture(applicant, "join");
        applicant
                .press("/join/details")
                .type("capabilities", "Bowls and jars of red clay")
                .type("address.street", "Kiln lane 4")
                .type("address.city", "Khurja")
                .choose("address.country", "IN")
                .type("iban", account(Math.floorMod(cast.email.hashCode(), MAX_ACCOUNT_NUMBER)))
                .press("/join/check");
        assertThat(applicant.text()).contains(cast.firm, cast.email, "Khurja");
        cast.picture(applicant, "join-check");
        applicant.press("/join");
        assertThat(applicant.has("main .done")).isTrue();
        confirmsItsAddress(applicant);
    }

    /** By the link of the mail that has come. */
    private void confirmsItsAddress(Person applicant) {
        applicant.page().navigate(cast.mails().awaitLink(cast.email, "/join/confirm/"));
        applicant.follow("main form button[type=submit]");
        assertThat(applicant.has("main .done")).isTrue();
    }

    /** A bank account with valid check digits (ISO 7064, MOD 97-10). */
    private static String account(int number) {
        String bban = "12030000%010d".formatted(number);
        int check =
                98 - new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, bban);
    }

    void isAdmitted() {
        Person registrar = cast.person("rekha");
        registrar
                .go("/registrar/applications")
                .followText(cast.firm)
                .type("note", "The register of firms knows it.")
                .press("/notes");
        assertThat(registrar.text()).contains("The register of firms knows it.");
        cast.picture(registrar, "registrar-application");
        registrar.press("/check-admission");
        assertThat(registrar.text()).contains(cast.firm);
        registrar.press("/admission");
        assertThat(registrar.has("main .done")).isTrue();
    }

    void paysForItsShare() {
        Person treasurer = cast.person("tara");
        treasurer.go("/treasury/buy-ins").followText(cast.firm);
        treasurer
                .type(
                        "amount",
                        Person.amount(treasurer.fact(
                                        treasurer.words().text("Outstanding", "treasurySales", "outstanding")))
                                .toPlainString())
                .type("bankReference", "BUYIN-" + cast.tag);
        cast.picture(treasurer, "treasurer-share");
        treasurer.press("/check");
        assertThat(treasurer.text()).contains(cast.firm, "BUYIN-" + cast.tag);
        treasurer.follow("main form button[type=submit]");
        assertThat(treasurer.has("main .done")).isTrue();
    }

    /** With a one-time password that the registrar reads out, and a password of its own from then on. */
    void signsInForTheFirstTime() {
        Person registrar = cast.person("rekha");
        registrar
                .go("/registrar/members")
                .type("q", cast.firm)
                .press("/registrar/members")
                .followText(cast.firm)
                .untilSeen(registrar.words().value("active", "ACTIVE"))
                .follow("main a[href$='/access']")
                .pressUntilTaken("/one-time-password");
        String once = registrar.page().locator("main dd code").innerText();

        Person producer = cast.newProducer();
        producer.signInForTheFirstTime(cast.email, once, PASSWORD);
        assertThat(producer.page().locator("header").innerText()).contains(cast.firm);
    }

    void proposesAndAnotherVotes() {
        String title = "A stall at the fair, " + cast.tag;
        cast.producer()
                .go("/votes")
                .follow("main a[href='/votes/new']")
                .choose("kind", "FREE_TEXT")
                .type("title", title)
                .type("text", "The firm takes a stall at the fair in spring.")
                .press("/votes/new");
        assertThat(cast.producer().text()).contains(title);

        Person voter = cast.anotherProducer();
        voter.go("/votes").followText(title);
        voter.until("the vote to open", () -> voter.has("main form[action$='/check'] [value=YES]"));
        voter.page().locator("main [name=choice][value=YES]").check();
        voter.press("/check");
        cast.picture(voter, "producer-vote");
        assertThat(voter.text()).contains(title);
        voter.press("/vote");
        assertThat(voter.has("main .done")).isTrue();
        assertThat(voter.has("main form[action$='/check']")).as("a second vote").isFalse();
    }

    /** Takes one lot back and leaves the rest in the pool. */
    void leaves(String lot) {
        Person producer = cast.producer();
        producer.go("/share").follow("main a[href='/leave']").untilSeen(lot);
        producer.page().locator("main tr:has-text('" + lot + "') select").selectOption("TAKE_BACK");
        producer.type("reason", "We retire.").press("/leave/check");
        cast.picture(producer, "producer-leave");
        assertThat(producer.text()).contains("We retire.", lot);
        producer.press("/leave");
        exit = producer.path();

        Person logistics = cast.person("leela");
        logistics.go("/logistics/leaving");
        logistics.untilSeen(cast.firm).followText(cast.firm);
        logistics.until("the lot to be set aside", () -> logistics.has("main form[action$='/check-handover']"));
        assertThat(logistics.text()).contains(lot);
        cast.picture(logistics, "logistics-handover");
        logistics.press("/check-handover");
        logistics.press("/handover");

        producer.page().navigate(exit);
        producer.until("the share to be valued", () -> producer.has("main a[href$='/settlement.pdf']"));

        Person registrar = cast.person("rekha");
        registrar.go("/registrar/exits").follow("main a[href='" + exit.replace("/leave/", "/registrar/exits/") + "']");
        assertThat(registrar.text()).contains(cast.firm);
        assertThat(registrar.page().locator("ol.steps li").count()).isGreaterThan(2);
    }

    void isPaidForItsShare() {
        Person producer = cast.producer();
        producer.page().navigate(exit);
        producer.until(
                "the payment of the share",
                () -> producer.page()
                                .locator("main td .state")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(producer.words().value("Paid", "PAID")))
                                .count()
                        > 0);
    }
}
