package coop.parasol.membership.treasury.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What the firm owes is owed once, held with a reason, and never changed. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PayablesTest {

    private static final PayableKind KIND = PayableKind.PATRONAGE_BONUS;

    @Inject
    Payables payables;

    @Inject
    FirmCurrency firmCurrency;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    @Test
    void what_is_owed_for_one_source_is_owed_once_however_often_it_is_said() {
        UUID source = UUID.randomUUID();
        UUID member = UUID.fromString(Desk.applyWithoutAccount());

        UUID first = due(source, member, "10.00");

        assertThat(due(source, member, "10.00")).isEqualTo(first);
        assertThat(due(source, member, "99.00")).isEqualTo(first);
        assertThat(due(UUID.randomUUID(), member, "10.00")).isNotEqualTo(first);
    }

    @Test
    void a_member_without_a_bank_account_gets_it_held_with_that_reason() {
        UUID id = due(UUID.randomUUID(), UUID.fromString(Desk.applyWithoutAccount()), "10.00");

        Payable payable = QuarkusTransaction.requiringNew().call(() -> Payable.findById(id));

        assertThat(payable.state).isEqualTo(PayableState.HELD);
        assertThat(payable.heldBecause).isEqualTo("no-bank-account");
    }

    @Test
    void a_cancelled_payable_is_not_released_again() {
        UUID source = UUID.randomUUID();
        due(source, UUID.fromString(Desk.applyWithoutAccount()), "10.00");

        assertThat(QuarkusTransaction.requiringNew().call(() -> payables.liftHold(KIND, source, "uma")))
                .isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> payables.hold(KIND, source, "a recall is open", "uma")))
                .isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> payables.cancel(KIND, source, "set off", "uma")))
                .isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> payables.liftHold(KIND, source, "uma")))
                .isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(() -> payables.state(KIND, source)))
                .contains(PayableState.CANCELLED);
    }

    @Test
    void the_database_refuses_to_change_what_is_owed_or_to_reopen_what_is_final() {
        UUID source = UUID.randomUUID();
        UUID id = due(source, UUID.fromString(Desk.applyWithoutAccount()), "10.00");

        assertThatThrownBy(() -> sql("update payable set amount = amount + 1 where id = '" + id + "'"))
                .hasStackTraceContaining("what is owed is not changed");
        QuarkusTransaction.requiringNew().run(() -> payables.cancel(KIND, source, "set off", "uma"));
        assertThatThrownBy(() -> sql("update payable set state = 'OPEN' where id = '" + id + "'"))
                .hasStackTraceContaining("final");
        assertThatThrownBy(() -> sql("delete from payable")).hasStackTraceContaining("final");
    }

    private UUID due(UUID source, UUID member, String amount) {
        return QuarkusTransaction.requiringNew()
                .call(() -> payables.create(
                        new Payables.Due(source, member, Money.of(amount, firmCurrency.code())),
                        new Payables.PayableDetails(KIND, firmClock.today(), "for a test", 1, "uma")));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
