package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages about votes and bylaws. */
@MessageBundle("registrarVotes")
interface RegistrarVoteMessages {

    @Message("Members change the bylaws by vote. Every version stays readable.")
    String membersChangeTheBylaws();

    @Message("Version")
    String version();

    @Message("In force from")
    String inForceFrom();

    @Message("Decided by")
    String decidedBy();

    @Message("the vote")
    String theVote();

    @Message("the founders")
    String theFounders();

    @Message("Bylaws, version {number}")
    String bylawsVersionNumber(String number);

    @Message("Price of a share")
    String priceOfAShare();

    @Message("Paid in")
    String paidIn();

    @Message("{#if count == '1'}{count} instalment{#else}{count} instalments{/if}")
    String countInstalments(String count);

    @Message("Members decide on admissions by vote")
    String membersDecideOnAdmissionsBy();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Notice period")
    String noticePeriod();

    @Message("To the indivisible reserve")
    String toTheIndivisibleReserve();

    @Message("Limited return, at most")
    String limitedReturnAtMost();

    @Message("Patronage paid in cash")
    String patronagePaidInCash();

    @Message("Patronage capital revolves after")
    String patronageCapitalRevolvesAfter();

    @Message("{#if count == '1'}{count} year{#else}{count} years{/if}")
    String countYears(String count);

    @Message("Exit paid in")
    String exitPaidIn();

    @Message("{#if count == '1'}{count} month{#else}{count} months{/if}")
    String countMonths(String count);

    @Message("Paid out to leaving members in a year, at most")
    String paidOutToLeaving();

    @Message("Quorum")
    String quorum();

    @Message("Majority")
    String majority();

    @Message("Majority for bylaws")
    String majorityForBylaws();

    @Message("Voting period")
    String votingPeriod();

    @Message("Secret ballots")
    String secretBallots();

    @Message("The firm’s margin")
    String theFirmsMargin();

    @Message("A pool has the goods")
    String aPoolHasTheGoods();

    @Message("that partners have accepted in its week")
    String acceptedInItsWeek();

    @Message("that were certified in its week, less recalled, expired and taken back")
    String certifiedInItsWeek();

    @Message("A supplement to a pool comes to at least")
    String leastSupplement();

    @Message("Tier at which goods are bought in, at most")
    String tierAtWhichGoods();

    @Message("An offer of goods stands")
    String anOfferOfGoods();

    @Message("{#if count == '1'}{count} day{#else}{count} days{/if}")
    String countDays(String count);

    @Message("Goods are collected within")
    String goodsAreCollectedWithin();

    @Message("An auditor’s claim lasts")
    String anAuditorsClaimLasts();

    @Message("Commitments are frozen, the present week included, for")
    String commitmentsAreFrozen();

    @Message("The originator keeps of a shared commitment")
    String originatorKeepsOf();

    @Message("Partners change forecasts until before the week")
    String forecastsChangeUntil();

    @Message("Reports of batches are corrected within")
    String reportsAreCorrectedWithin();

    @Message("{#if count == '1'}{count} minute{#else}{count} minutes{/if}")
    String countMinutes(String count);

    @Message("Advances on certified goods, of the lowest tier’s price, at most")
    String highestRateOfAdvances();

    @Message("All advances together, at most")
    String limitOfAllAdvances();

    @Message("What is set off first of what a member owes")
    String setOffFirst();

    @Message("What it owes for goods, such as recalls and advances")
    String setOffClaimsFirst();

    @Message("The parts of the price of its share that are due")
    String setOffShareFirst();

    @Message("{count} weeks")
    String countWeeks(String count);

    @Message("Propose an admission to a vote")
    String proposeAnAdmissionTo();

    @Message("Every active member may vote on it within the period of the bylaws.")
    String everyActiveMemberMay();

    @Message("Title")
    String title();

    @Message("Opens")
    String opens();

    @Message("Closes")
    String closes();

    @Message("Secret")
    String secret();

    @Message("Have voted")
    String haveVoted();

    @Message("of {count}")
    String ofCount(String count);

    @Message("Without effect because")
    String withoutEffectBecause();

    @Message("Result")
    String result();

    @Message("Yes")
    String yes189();

    @Message("No")
    String no190();

    @Message("Abstentions")
    String abstentions();

    @Message("The result is shown when the vote is over.")
    String theResultIsShown();

    @Message("You can withdraw it as long as nobody has voted.")
    String youCanWithdrawIt();

    @Message("Nothing was proposed yet. Propose an admission from the page of an application.")
    String nothingWasProposedYet();
}
