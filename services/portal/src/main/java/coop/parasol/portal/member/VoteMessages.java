package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of pages about votes. */
@MessageBundle("vote")
interface VoteMessages {

    @Message("Votes")
    String title();

    @Message("Every member has one vote, and nobody has more.")
    String intro();

    @Message("There has been no proposal yet. You can make the first.")
    String none();

    @Message("Make a proposal")
    String propose();

    @Message("Proposal")
    String proposal();

    @Message("Kind")
    String kind();

    @Message("State")
    String state();

    @Message("Open until")
    String closesAt();

    @Message("Opens")
    String opensAt();

    @Message("Votes")
    String turnout();

    @Message("Result")
    String result();

    @Message("{yes} yes, {no} no, {#if abstentions == 1l}{abstentions} abstention{#else}{abstentions} abstentions{/if}")
    String resultText(long yes, long no, long abstentions);

    @Message("{turnout} of {electorate}")
    String turnoutOf(long turnout, long electorate);

    @Message("What it does if it is carried")
    String effect();

    @Message("The members express their will. Nothing changes by itself.")
    String effectFreeText();

    @Message("The applicant is admitted.")
    String effectAdmission();

    @Message("The member is expelled, and its share is settled.")
    String effectExpulsion();

    @Message("The surplus of the period is used as proposed.")
    String effectSurplus();

    @Message("These bylaws change when the vote is closed:")
    String effectBylaws();

    @Message("Bylaw")
    String bylaw();

    @Message("Now")
    String now();

    @Message("Then")
    String then();

    @Message("Secret vote")
    String secret();

    @Message("Open vote: who has voted what is shown when it is over")
    String open();

    @Message("About")
    String about();

    @Message("Proposed")
    String proposedAt();

    @Message("by the registrar")
    String proposedByRegistrar();

    @Message("by a member")
    String proposedByMember();

    @Message("by you")
    String proposedByYou();

    @Message("Decided")
    String decidedAt();

    @Message("It took no effect")
    String withoutEffect();

    @Message("Text")
    String text();

    @Message("Your vote")
    String yourVote();

    @Message("How do you vote?")
    String choice();

    @Message("Choose yes, no or abstain.")
    String chooseFirst();

    @Message("Yes")
    String inFavour();

    @Message("No")
    String against();

    @Message("Abstain")
    String abstention();

    @Message("Go on")
    String goOn();

    @Message("Check your vote")
    String checkTitle();

    @Message("A vote is final: it cannot be changed or taken back.")
    String checkWhat();

    @Message("Cast this vote")
    String castNow();

    @Message("Go back without voting")
    String back();

    @Message("Your vote is counted")
    String voted();

    @Message("It is kept with this proposal, and stands in the list of those who have voted.")
    String votedWhat();

    @Message("Who has voted")
    String ballots();

    @Message("Nobody has voted yet.")
    String noBallots();

    @Message("Member")
    String voter();

    @Message("When")
    String castAt();

    @Message("Withdraw the proposal")
    String withdraw();

    @Message("You can withdraw it as long as nobody has voted. You can propose it again.")
    String withdrawWhat();

    @Message("Title")
    String heading();

    @Message("At most 200 letters.")
    String headingHint();

    @Message("What is proposed and why. A proposal in free text needs one.")
    String textHint();

    @Message("Member that is to be expelled")
    String member();

    @Message("Only for an expulsion.")
    String memberHint();

    @Message("Period whose surplus is to be divided")
    String period();

    @Message("Only for a surplus. The list has the periods whose close is proposed.")
    String periodHint();

    @Message("Number of the application")
    String application();

    @Message("Only for an admission. The applicant has it in the mail by which it has confirmed its address.")
    String applicationHint();

    @Message("Choose one")
    String chooseOne();

    @Message("Type a number, such as 30, 2.5 or 1,200.")
    String numberTyped();

    @Message("days")
    String unitDays();

    @Message("months")
    String unitMonths();

    @Message("minutes")
    String unitMinutes();

    @Message("hours")
    String unitHours();

    @Message("weeks")
    String unitWeeks();

    @Message("years")
    String unitYears();

    @Message("Unit of: {bylaw}")
    String unitOf(String bylaw);

    @Message("now {value}")
    String presentValue(String value);

    @Message("Secret vote; otherwise as the bylaws say")
    String secretBox();

    @Message("Changes of bylaws")
    String changes();

    @Message("Only for a change of bylaws: write the new values over those in force.")
    String changesHint();

    @Message("The vote opens at once, and is open as long as the bylaws say. All active members are asked.")
    String proposeWhat();

    @Message("Propose")
    String make();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("You have voted.")
    String haveVoted();

    @Message("Back to votes")
    String voteList();

    @Message("Why it has lost")
    String whyLost();

    @Message("Too few members have voted: the bylaws ask for {quorum}.")
    String tooFewVoted(String quorum);
}
