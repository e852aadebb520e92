package coop.parasol.membership.treasury.account;

import coop.parasol.firm.FoundedFirm;
import coop.parasol.firm.Iban;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The firm's own bank account, that it pays from and is paid into: its name, fixed at the founding, and the settings {@code
 * parasol.firm.iban} and {@code parasol.firm.bic}. */
@ApplicationScoped
public class FirmBankAccount {

    private final Account account;

    FirmBankAccount(
            FoundedFirm firm,
            @ConfigProperty(name = "parasol.firm.iban") Optional<String> iban,
            @ConfigProperty(name = "parasol.firm.bic") Optional<String> bic) {
        account = new Account(
                firm.settings().name(),
                iban.map(text -> Iban.normalize(text)
                                .orElseThrow(
                                        () -> new IllegalArgumentException("parasol.firm.iban is no IBAN: " + text)))
                        .orElse(null),
                bic.orElse(null));
    }

    /**
     * Name, IBAN (ISO 13616) and BIC (ISO 9362) by which banks know the firm.
     *
     * @param iban absent while it is not configured; then no payment run can be exported
     */
    public record Account(
            String name, @Nullable String iban, @Nullable String bic) {}

    public Account get() {
        return account;
    }
}
