package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages. */
@MessageBundle("registrar")
public interface RegistrarMessages {

    @Message("Passwords and bank account")
    String passwordsAndBankAccount();

    @Message("A first password")
    String aFirstPassword();

    @Message("For a member that has never signed in. It has to change it at its first sign-in.")
    String forAMemberThat();

    @Message("Issue a one-time password")
    String issueAOneTime();

    @Message("A new password for a member that has lost its own")
    String aNewPasswordFor();

    @Message("None was proposed.")
    String noneWasProposed();

    @Message("State")
    String state();

    @Message("Reason")
    String reason();

    @Message("Proposed")
    String proposed();

    @Message("Decided")
    String decided();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("A second person approves.")
    String aSecondPersonApproves();

    @Message("Approve …")
    String approve();

    @Message("Withdraw")
    String withdraw();

    @Message("Show my part of the password, once")
    String showMyPartOf();

    @Message("Why it needs a new password, and how you know it is the member")
    String whyItNeedsA();

    @Message("Propose a new password")
    String proposeANewPassword();

    @Message("A pending proposal is replaced. A second registrar approves; each of you gives the member one " + "half.")
    String aPendingProposalIs();

    @Message("Where it is paid")
    String whereItIsPaid();

    @Message("A member changes its bank account itself. A desk proposes one only for a member that is dead, "
            + "dissolved or cannot sign in.")
    String aMemberChangesIts();

    @Message("Bank account")
    String bankAccount();

    @Message("Proof")
    String proof();

    @Message("IBAN")
    String iban();

    @Message("What proves it, such as a certificate of inheritance")
    String whatProvesItSuch();

    @Message("Propose the bank account")
    String proposeTheBankAccount();

    @Message("Application")
    String application();

    @Message("Registration number")
    String registrationNumber();

    @Message("What it makes")
    String whatItMakes();

    @Message("E-mail address")
    String eMailAddress();

    @Message("Address")
    String address();

    @Message("Applied")
    String applied();

    @Message("Refused because")
    String refusedBecause();

    @Message("What was found out")
    String whatWasFoundOut();

    @Message("Nothing is written down yet. Write what you have checked, such as the register of firms.")
    String nothingIsWrittenDown();

    @Message("Write it down")
    String writeItDown();

    @Message("Decide")
    String decide();

    @Message("Members decide on admissions by vote.")
    String membersDecideOnAdmissions();

    @Message("Propose this admission to a vote")
    String proposeThisAdmissionTo();

    @Message("Admit …")
    String admit();

    @Message("Why it is refused")
    String whyItIsRefused();

    @Message("Refuse …")
    String refuse();

    @Message("To the member’s page")
    String toTheMembersPage();

    @Message("Applications")
    String applications();

    @Message("No application waits for a decision. New ones come in from the page “Apply for membership”.")
    String noApplicationWaitsFor();

    @Message("Name")
    String name();

    @Message("Bylaws")
    String bylaws();

    @Message("Members change the bylaws by vote. Every version stays readable.")
    String membersChangeTheBylaws();

    @Message("Version")
    String version();

    @Message("In force from")
    String inForceFrom();

    @Message("Decided by")
    String decidedBy();

    @Message("version {number}")
    String versionNumber(String number);

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

    @Message("{count} instalments")
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

    @Message("{count} years")
    String countYears(String count);

    @Message("Exit paid in")
    String exitPaidIn();

    @Message("Kept back for recalls")
    String keptBackForRecalls();

    @Message("{count} months")
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

    @Message("Tier at which goods are bought in, at most")
    String tierAtWhichGoods();

    @Message("An offer of goods stands")
    String anOfferOfGoods();

    @Message("{count} days")
    String countDays(String count);

    @Message("Goods are collected within")
    String goodsAreCollectedWithin();

    @Message("An auditor’s claim lasts")
    String anAuditorsClaimLasts();

    @Message("Death, dissolution, erasure")
    String deathDissolutionErasure();

    @Message("Record a death or dissolution")
    String recordADeathOr();

    @Message("What has happened")
    String whatHasHappened();

    @Message("Death")
    String death();

    @Message("Dissolution")
    String dissolution();

    @Message("The document that proves it")
    String theDocumentThatProves();

    @Message("IBAN of whoever is paid")
    String ibanOfWhoeverIs();

    @Message("Go on")
    String goOn();

    @Message("Erasure of personal data")
    String erasureOfPersonalData();

    @Message("Erased")
    String erased();

    @Message("Would be erased")
    String wouldBeErased();

    @Message("nothing")
    String nothing();

    @Message("Is kept by law")
    String isKeptByLaw();

    @Message("Kept until")
    String keptUntil();

    @Message("Not possible because")
    String notPossibleBecause();

    @Message("What was erased")
    String whatWasErased();

    @Message("Rows")
    String rows();

    @Message("It becomes possible when the member has left, is paid, and its pools are settled.")
    String itBecomesPossibleWhen();

    @Message("Erase …")
    String erase();

    @Message("Exit")
    String exit();

    @Message("Member")
    String member();

    @Message("Kind")
    String kind();

    @Message("Document")
    String document();

    @Message("Asked")
    String asked();

    @Message("Notice until")
    String noticeUntil();

    @Message("Share valued on")
    String shareValuedOn();

    @Message("Equal share")
    String equalShare();

    @Message("Patronage capital")
    String patronageCapital();

    @Message("Debts")
    String debts();

    @Message("Claim")
    String claim();

    @Message("until {day}")
    String untilDay(String day);

    @Message("left {sum}")
    String leftSum(String sum);

    @Message("Paid")
    String paid();

    @Message("Settlement as PDF")
    String settlementAsPdf();

    @Message("Charge a recall to the holdback")
    String chargeARecallTo();

    @Message("Waits for")
    String waitsFor();

    @Message("through {whom}")
    String throughWhom(String whom);

    @Message("Timeline")
    String timeline();

    @Message("Payments")
    String payments();

    @Message("Number")
    String number();

    @Message("Amount")
    String amount();

    @Message("Due on")
    String dueOn();

    @Message("Bank reference")
    String bankReference();

    @Message("Reversal")
    String reversal();

    @Message("Reverse what was recorded")
    String reverseWhatWasRecorded();

    @Message("Why it is reversed")
    String whyItIsReversed();

    @Message("Propose the reversal")
    String proposeTheReversal();

    @Message("Exits")
    String exits();

    @Message("Nobody has asked to leave.")
    String nobodyHasAskedTo();

    @Message("reversal proposed")
    String reversalProposed();

    @Message("Name and e-mail address")
    String nameAndEMail();

    @Message("New name")
    String newName();

    @Message("Change the name")
    String changeTheName();

    @Message("New e-mail address")
    String newEMailAddress();

    @Message("Only as long as the member has no password of its own.")
    String onlyAsLongAs();

    @Message("Change the e-mail address")
    String changeTheEMail();

    @Message("Changes")
    String changes();

    @Message("Neither has been changed.")
    String neitherHasBeenChanged();

    @Message("What")
    String what();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("By")
    String by();

    @Message("When")
    String when();

    @Message("Invoice")
    String invoice();

    @Message("To")
    String to();

    @Message("Issued")
    String issued();

    @Message("Price of its share")
    String priceOfItsShare();

    @Message("Outstanding")
    String outstanding();

    @Message("Pay to")
    String payTo();

    @Message("Instalment")
    String instalment();

    @Message("set off {sum}")
    String setOffSum(String sum);

    @Message("Enter a payment")
    String enterAPayment();

    @Message("The treasurer enters what the bank has received.")
    String theTreasurerEntersWhat();

    @Message("Admitted")
    String admitted();

    @Message("Share issued")
    String shareIssued();

    @Message("Left")
    String left();

    @Message("Bylaws at admission")
    String bylawsAtAdmission();

    @Message("Invoice for its share, with what has come in")
    String invoiceForItsShare();

    @Message("Name and e-mail address, with who changed them")
    String nameAndEMailAddress();

    @Message("What was found out before it was admitted")
    String whatWasFoundOutBefore();

    @Message("Share")
    String share();

    @Message("Certificate")
    String certificate();

    @Message("Cancelled")
    String cancelled();

    @Message("What it owns")
    String whatItOwns();

    @Message("Shares")
    String shares();

    @Message("Worth of one share")
    String worthOfOneShare();

    @Message("To be paid out")
    String toBePaidOut();

    @Message("Members")
    String members();

    @Message("any")
    String any();

    @Message("Show")
    String show();

    @Message("No member is like this. Choose another state, or another part of the name.")
    String noMemberIsLike();

    @Message("Shown once")
    String shownOnce();

    @Message("Write it down or read it out now: it is not shown again.")
    String writeItDownOr();

    @Message("Signs in as")
    String signsInAs();

    @Message("Password")
    String password();

    @Message("Back to the member’s passwords")
    String backToTheMembers();

    @Message("Propose an admission to a vote")
    String proposeAnAdmissionTo();

    @Message("Every active member may vote on it within the period of the bylaws.")
    String everyActiveMemberMay();

    @Message("Title")
    String title();

    @Message("Text")
    String text();

    @Message("Propose")
    String propose();

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

    @Message("Votes")
    String votes();

    @Message("Nothing was proposed yet. Propose an admission from the page of an application.")
    String nothingWasProposedYet();

    @Message("Admit {name}?")
    String admitName(String name);

    @Message("Its share is issued when its price has come in. An admission is not taken back here.")
    String itsShareIsIssued();

    @Message("Admit")
    String admit198();

    @Message("Say why: the firm is told.")
    String sayWhyTheFirm();

    @Message("Refuse {name}?")
    String refuseName(String name);

    @Message("The firm is told why, and may apply again.")
    String theFirmIsTold();

    @Message("Refuse")
    String refuse202();

    @Message("Reverse this exit?")
    String reverseThisExit();

    @Message("The member stays. If it had asked to leave itself, that goes on.")
    String theMemberStaysIf();

    @Message("Approve")
    String approve205();

    @Message("Give it to the member in person or by telephone. It has to be changed at the first sign-in.")
    String giveItToThe();

    @Message("Approve a new password for {name}?")
    String approveANewPassword(String name);

    @Message("The old password and all sessions of the member end at once. Each of the two registrars then "
            + "sees one half of the new password.")
    String theOldPasswordAnd();

    @Message("This is the first half. Your colleague has the second.")
    String thisIsTheFirst();

    @Message("This is the second half. Your colleague has the first.")
    String thisIsTheSecond();

    @Message("Approve this bank account?")
    String approveThisBankAccount();

    @Message("The member is paid there from the next payment run on.")
    String theMemberIsPaid();

    @Message("Bank account so far")
    String bankAccountSoFar();

    @Message("New bank account")
    String newBankAccount();

    @Message("Name the document that proves it.")
    String nameTheDocumentThat();

    @Message("Record the end of {name}?")
    String recordTheEndOf(String name);

    @Message("The member leaves at once, without notice, and its share is settled like every exit. Until the "
            + "share is valued, two registrars can reverse it.")
    String theMemberLeavesAt();

    @Message("Record it")
    String recordIt();

    @Message("Erase what is personal of {name}?")
    String eraseWhatIsPersonal(String name);

    @Message("It is erased in every service, and cannot be brought back.")
    String itIsErasedIn();

    @Message("Erase")
    String erase221();

    @Message("Registrar")
    String registrar();

    @Message("Firms that wait for a decision.")
    String firmsThatWaitFor();

    @Message("Members that leave. {count} reversals wait for your approval.")
    String membersThatLeaveCount(String count);

    @Message("Members that leave.")
    String membersThatLeave();

    @Message("Votes that are announced or open.")
    String votesThatAreAnnounced();

    @Message("Admission of {name}")
    String admissionOfName(String name);
}
