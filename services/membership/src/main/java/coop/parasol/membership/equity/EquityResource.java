package coop.parasol.membership.equity;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.patronage.PatronageLots;
import coop.parasol.membership.books.setoff.DueDebts;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.membership.sharevalue.ShareValuation;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of a member's equity: its share, its patronage capital and its debts. */
@Path("/members/{memberId}")
@Tag(name = "Equity")
public class EquityResource {

    private final ShareValuation shareValuation;
    private final Journal journal;
    private final DueDebts dueDebts;
    private final JournalEntries journalEntries;
    private final PatronageLots lots;
    private final ShareRegister register;
    private final FirmCurrency currency;
    private final MemberRegister members;
    private final Caller caller;

    EquityResource(
            ShareValuation shareValuation,
            Journal journal,
            DueDebts dueDebts,
            JournalEntries journalEntries,
            PatronageLots lots,
            ShareRegister register,
            FirmCurrency currency,
            MemberRegister members,
            Caller caller) {
        this.shareValuation = shareValuation;
        this.journal = journal;
        this.dueDebts = dueDebts;
        this.journalEntries = journalEntries;
        this.lots = lots;
        this.register = register;
        this.currency = currency;
        this.members = members;
        this.caller = caller;
    }

    /**
     * A member's property in the firm.
     *
     * @param shares one, or none before the buy-in and after the valuation
     * @param shareIssuedAt when it was issued; absent before the buy-in
     * @param equalShare the one share at its value of now: 1/N of what is divided
     * @param debts all that it owes but advances on goods
     * @param debtsDue of it, what is due: what the member comes to be owed is set off against it before anything is paid
     * @param payable pool money that is owed to it
     * @param payoutTaxPayable tax on top of pool money that is owed to it
     * @param advancePayable advances on certified goods that are owed to it
     * @param advances on goods that are not settled yet: later settlements deduct them
     * @param patronagePayable bonuses, returns and revolved capital that are owed to it
     * @param goodsPayable for goods of it that the firm has bought in
     * @param exitPayable equity that is owed to it since its share was valued
     * @param share the numbers behind the value of a share
     * @param patronageByYear the numbers behind the patronage capital: what was left in the firm when, and when it revolves
     */
    public record Equity(
            UUID memberId,
            int shares,
            @Nullable Instant shareIssuedAt,
            long members,
            Money shareValue,
            Money netBookValue,
            Money equalShare,
            Money patronageCapital,
            Money debts,
            Money debtsDue,
            Money payable,
            Money payoutTaxPayable,
            Money advancePayable,
            Money advances,
            Money patronagePayable,
            Money goodsPayable,
            Money exitPayable,
            ShareValuation.Breakdown share,
            List<PatronageLots.Lot> patronageByYear) {}

    @GET
    @Path("/equity")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getEquity",
            summary = "Show what a member owns, with the numbers behind it; a producer sees its own")
    public Equity equity(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        boolean holdsShare = find(memberId).holdsShare();
        ShareValuation.Breakdown breakdown = shareValuation.now();
        return new Equity(
                memberId,
                holdsShare ? 1 : 0,
                register.find(memberId).map(ShareRegister.Certificate::issuedAt).orElse(null),
                breakdown.members(),
                breakdown.shareValue(),
                breakdown.netBookValue(),
                holdsShare ? breakdown.shareValue() : currency.money(0),
                credit(Account.PATRONAGE_CAPITAL, memberId),
                currency.money(journal.balance(Account.MEMBER_DEBTS, memberId)),
                currency.money(dueDebts.of(memberId).sum()),
                credit(Account.POOL_PAYABLE, memberId),
                credit(Account.PAYOUT_TAX_PAYABLE, memberId),
                credit(Account.ADVANCE_PAYABLE, memberId),
                currency.money(journal.balance(Account.ADVANCES, memberId)),
                credit(Account.PATRONAGE_PAYABLE, memberId),
                credit(Account.GOODS_PAYABLE, memberId),
                credit(Account.EXIT_PAYABLE, memberId),
                breakdown,
                lots.of(memberId));
    }

    @GET
    @Path("/statement")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getEquityStatement",
            summary = "List every entry that concerns a member, newest first; a producer sees its own")
    public Page<JournalEntries.EntryView> statement(
            @PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "treasurer");
        find(memberId);
        return query.highestFirst(
                (before, maxRows) -> journalEntries.newestFirst(new JournalEntries.OfMember(memberId), before, maxRows),
                JournalEntries.EntryView::entry);
    }

    private Money credit(Account account, UUID memberId) {
        return currency.money(-journal.balance(account, memberId));
    }

    private MemberRegister.MemberSummary find(UUID memberId) {
        return members.find(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
    }
}
