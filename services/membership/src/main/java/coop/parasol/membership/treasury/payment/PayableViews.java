package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows payables with the names of the members whom they are owed. */
@ApplicationScoped
class PayableViews {

    private final PayeeDirectory payees;
    private final FirmCurrency currency;

    PayableViews(PayeeDirectory payees, FirmCurrency currency) {
        this.payees = payees;
        this.currency = currency;
    }

    /** An amount of the firm's currency in minor units; empty if it has more decimals than the currency. */
    Optional<Long> minor(BigDecimal amount) {
        try {
            return Optional.of(Money.of(amount.toPlainString(), currency.code()).minor());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    PayableView of(Payable payable) {
        return of(List.of(payable)).getFirst();
    }

    List<PayableView> of(List<Payable> payables) {
        Map<UUID, String> names = names(payables);
        return payables.stream().map(payable -> view(payable, names)).toList();
    }

    Page<PayableView> of(Page<Payable> page) {
        Map<UUID, String> names = names(page.items());
        return page.map(payable -> view(payable, names));
    }

    private Map<UUID, String> names(List<Payable> payables) {
        Map<UUID, String> names = new HashMap<>();
        payees.payees(payables.stream()
                        .map(payable -> payable.memberId)
                        .distinct()
                        .toList())
                .forEach(payee -> names.put(payee.memberId(), payee.name()));
        return names;
    }

    private PayableView view(Payable payable, Map<UUID, String> names) {
        return PayableView.of(payable, names.getOrDefault(payable.memberId, ""), currency);
    }
}
