package coop.parasol.portal.firm;

import coop.parasol.contracts.AccountName;
import coop.parasol.contracts.Identifier;
import coop.parasol.csv.TypedDigits;
import coop.parasol.firm.Iban;
import coop.parasol.portal.page.Country;
import coop.parasol.portal.page.FormFields;
import java.util.List;

/**
 * What of an application can be seen to be wrong before it is sent: what is missing, an e-mail address that no account can have, a part
 * of an address, a bank account that there cannot be. Membership checks everything again.
 */
final class TypedApplication {

    private static final String REGISTRATION_NUMBER = "registrationNumber";
    private static final String STREET = "address.street";
    private static final String POSTAL_CODE = "address.postalCode";
    private static final String CITY = "address.city";
    private static final String COUNTRY = "address.country";

    private TypedApplication() {}

    /** Says at the fields of the first step what is wrong with them. */
    static void checkFirm(FormFields form, JoinMessages words) {
        require(form, "name", words.nameMissing());
        require(form, REGISTRATION_NUMBER, words.registrationNumberMissing());
        form.with(REGISTRATION_NUMBER, TypedDigits.anyLatin(form.text(REGISTRATION_NUMBER)));
        if (!isIdentifier(form.text(REGISTRATION_NUMBER))) {
            form.refuse(REGISTRATION_NUMBER, words.registrationNumberWrong());
        }
        require(form, "kind", words.kindMissing());
        require(form, "email", words.emailMissing());
        if (!AccountName.isEmail(form.text("email"))) {
            form.refuse("email", words.emailWrong());
        }
    }

    /** Says at the fields of the second step what is wrong with them. */
    static void checkDetails(FormFields form, JoinMessages words) {
        if (List.of(STREET, POSTAL_CODE, CITY, COUNTRY).stream()
                .anyMatch(name -> !form.text(name).isEmpty())) {
            require(form, STREET, words.streetMissing());
            require(form, CITY, words.cityMissing());
            require(form, COUNTRY, words.countryMissing());
        }
        String country = form.text(COUNTRY);
        if (!country.isEmpty()
                && Country.all().stream().noneMatch(each -> each.code().equals(country))) {
            form.refuse(COUNTRY, words.countryMissing());
        }
        String iban = form.text("iban");
        if (!iban.isEmpty() && Iban.normalize(iban).isEmpty()) {
            form.refuse("iban", words.ibanWrong());
        }
    }

    /** Whether it is of the characters of which membership takes a number in a register. */
    private static boolean isIdentifier(String text) {
        try {
            Identifier.of(text);
            return true;
        } catch (IllegalArgumentException strangeCharacter) {
            return false;
        }
    }

    private static void require(FormFields form, String name, String sentence) {
        if (form.text(name).isEmpty()) {
            form.refuse(name, sentence);
        }
    }
}
