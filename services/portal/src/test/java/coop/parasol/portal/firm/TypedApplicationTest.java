package coop.parasol.portal.firm;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.AccountName;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Words;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an application is said at the step where it is typed, all at once. */
@QuarkusTest
class TypedApplicationTest {

    private final JoinMessages words = Words.of(JoinMessages.class);

    @Test
    void everything_that_is_wrong_with_the_details_is_said_at_once() {
        FormFields form =
                FormFields.empty().with("address.street", "Kiln lane 4").with("iban", "DE89 3704 0044 0532 0130 01");

        checkDetails(form);

        assertThat(form.errors().keySet()).containsExactly("address.city", "address.country", "iban");
    }

    @Test
    void a_registration_number_may_be_typed_in_the_digits_of_any_script_and_not_in_its_letters() {
        FormFields typed = FormFields.empty().with("registrationNumber", "૨૪AAACW૧૨૩૪");
        FormFields strange = FormFields.empty().with("registrationNumber", "ભુજ-1");

        Language.ENGLISH.write(() -> {
            TypedApplication.checkFirm(typed, words);
            TypedApplication.checkFirm(strange, words);
            return "";
        });

        assertThat(typed.text("registrationNumber")).isEqualTo("24AAACW1234");
        assertThat(typed.error("registrationNumber")).isNull();
        assertThat(strange.error("registrationNumber")).contains("A to Z");
    }

    @Test
    void details_may_be_left_empty() {
        FormFields form = FormFields.empty();

        checkDetails(form);

        assertThat(form.isRefused()).isFalse();
    }

    @Test
    void a_whole_address_in_a_country_and_a_bank_account_are_good() {
        FormFields form = FormFields.empty()
                .with("address.street", "Kiln lane 4")
                .with("address.city", "Khurja")
                .with("address.country", "IN")
                .with("iban", "IBAN: de89-3704 0044 0532 0130 00");

        checkDetails(form);

        assertThat(form.isRefused()).isFalse();
    }

    @Test
    void a_code_that_is_no_country_is_refused() {
        FormFields form = FormFields.empty()
                .with("address.street", "Kiln lane 4")
                .with("address.city", "Khurja")
                .with("address.country", "XX");

        checkDetails(form);

        assertThat(form.errors().keySet()).containsExactly("address.country");
    }

    @Test
    void a_wrong_address_of_mail_is_said_in_the_first_step_with_what_is_missing() {
        FormFields form = FormFields.empty()
                .with("name", "Kamla Pottery")
                .with("kind", "BOTH")
                .with("email", "not an email");

        checkFirm(form);

        assertThat(form.errors().keySet()).containsExactly("registrationNumber", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an email", "kamla@", "kamla@pottery", "@pottery.in", "ka!mla@pottery.in", "a@b..in"})
    void an_address_that_no_account_can_have_is_refused(String text) {
        assertThat(AccountName.isEmail(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB83WEST12345698765432", "12345678", "DE89370400440532013O00", "खाता"})
    void what_is_no_bank_account_number_is_refused(String text) {
        FormFields form = FormFields.empty().with("iban", text);

        checkDetails(form);

        assertThat(form.errors().keySet()).containsExactly("iban");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB82WEST12345698765432", "DE89 3704 0044 0532 0130 00", ""})
    void right_check_digits_are_taken(String text) {
        FormFields form = FormFields.empty().with("iban", text);

        checkDetails(form);

        assertThat(form.errors()).isEmpty();
    }

    private void checkFirm(FormFields form) {
        Language.ENGLISH.write(() -> {
            TypedApplication.checkFirm(form, words);
            return form;
        });
    }

    private void checkDetails(FormFields form) {
        Language.ENGLISH.write(() -> {
            TypedApplication.checkDetails(form, words);
            return form;
        });
    }
}
