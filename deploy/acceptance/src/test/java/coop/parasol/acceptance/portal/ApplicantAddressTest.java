package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An applicant confirms its address by the link of a real mail before the registrar can admit it. */
@ExtendWith(PortalExtension.class)
class ApplicantAddressTest {

    private static final Pattern LATIN_SENTENCE = Pattern.compile("[a-z]+ [a-z]+ [a-z]+");

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final Mails mails;

    ApplicantAddressTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        mails = new Mails(system);
    }

    @Test
    void an_applicant_confirms_its_address_in_gujarati_and_only_then_it_can_be_admitted() {
        String tag = Long.toString(System.nanoTime());
        String email = "applicant-" + tag + "@works.example";
        try (Visit firm = browser.open(PortalBrowser.PHONE, false, "gu-IN");
                Visit desk = browser.as(system.user("registrar"), PortalBrowser.DESK, false)) {
            Page applicant = firm.page();
            apply(applicant, "MSME-" + tag, email);
            String number = applicant.url().replaceAll(".*number=([0-9a-f-]+).*", "$1");
            assertThat(applicant.url())
                    .as("the address stands in no address of a page")
                    .doesNotContain("@", "%40");

            Page registrar = desk.page();
            registrar.navigate("/registrar/applications/" + number);
            assertThat(registrar
                            .locator("main form[action$='/check-admission']")
                            .count())
                    .as("it cannot be admitted yet")
                    .isZero();
            assertThat(registrar
                            .locator("main form[action$='/confirmation-mail']")
                            .count())
                    .isEqualTo(1);

            Mails.Mail mail = mails.await(email);
            assertThat(mail.text().replaceAll("\\S*://\\S*", "")).doesNotContainPattern(LATIN_SENTENCE);
            String link = mails.awaitLink(email, "/join/confirm/");
            applicant.navigate(link);
            applicant.navigate(link);
            assertThat(applicant.locator("html").getAttribute("lang")).isEqualTo("gu");
            registrar.reload();
            assertThat(registrar
                            .locator("main form[action$='/check-admission']")
                            .count())
                    .as("to look at the link confirms nothing")
                    .isZero();
            applicant.locator("main form button").click();
            assertThat(applicant.url()).endsWith("/join/confirmed");

            registrar.reload();
            registrar.locator("main form[action$='/check-admission'] button").click();
            registrar.locator("main form[action$='/admission'] button").click();
            assertThat(registrar.url()).contains("/registrar/members/" + number);

            applicant.navigate(link);
            applicant.locator("main form button").click();
            assertThat(applicant.url())
                    .as("a used link says that it is confirmed")
                    .endsWith("/join/confirmed");
            applicant.navigate(link.replaceAll("\\.[^.]*$", ".AAAA"));
            applicant.locator("main form button").click();
            assertThat(applicant.locator("main .errors").innerText()).contains("મંડળીએ મોકલેલી લિંક નથી");
        }
    }

    @Test
    void a_known_address_is_answered_like_an_unknown_one_and_the_link_goes_to_the_applicant_alone() {
        String tag = Long.toString(System.nanoTime());
        String unknown = "nobody-" + tag + "@works.example";
        try (Visit firm = browser.open(PortalBrowser.DESK, false)) {
            Page page = firm.page();
            apply(page, "MSME-K" + tag, system.user("producer"));
            String ofKnown = saysWithoutNumbers(page);
            apply(page, "MSME-U" + tag, unknown);
            assertThat(saysWithoutNumbers(page)).isEqualTo(ofKnown);

            mails.await(unknown);
            page.locator("main #email").fill("stranger-" + tag + "@elsewhere.example");
            page.locator("main form[action^='/join/done'] button").click();
            assertThat(page.locator("main .errors").count())
                    .as("another address gets no mail")
                    .isEqualTo(1);
            assertThat(mails.to("stranger-" + tag + "@elsewhere.example")).isEmpty();
            for (int again = 0; again < 3; again++) {
                page.locator("main #email").fill(unknown);
                page.locator("main form[action^='/join/done'] button").click();
            }
            assertThat(page.locator("main").innerText()).contains("several times today");
            assertThat(mails.to(unknown)).hasSize(3);
        }
    }

    private static String saysWithoutNumbers(Page page) {
        return page.locator("main").innerText().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "");
    }

    private static void apply(Page page, String registration, String email) {
        page.navigate("/join");
        page.locator("#name").fill("Clay works");
        page.locator("#registrationNumber").fill(registration);
        page.locator("#kind").selectOption("PRODUCT");
        page.locator("#email").fill(email);
        page.locator("main form[action='/join/details'] button").click();
        page.locator("main form[action='/join/check'] button").click();
        page.locator("main form[action='/join'] button").click();
        page.waitForURL(url -> url.contains("/join/done"));
    }
}
