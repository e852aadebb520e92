package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a member's first page, its data and the bylaws. */
@MessageBundle("member")
interface MemberMessages {

    @Message("Money")
    String money();

    @Message("Share and books")
    String shareAndBooks();

    @Message("Votes")
    String votes();

    @Message("My firm")
    String firmData();

    @Message("Your firm")
    String yourFirm();

    @Message("Money coming")
    String moneyComing();

    @Message("Nothing is owed to you at present.")
    String noMoneyComing();

    @Message(
            "{#if payables == 1}in one payment, due on {day}.{#else}in {payables} payments; the first is due on {day}.{/if}")
    String moneyComingText(long payables, String day);

    @Message("Open votes")
    String openVotes();

    @Message("proposals wait for your vote.")
    String openVotesText();

    @Message("You are leaving")
    String leaving();

    @Message("Your notice is over on {day}. See what is waited for.")
    String leavingText(String day);

    @Message("Name")
    String name();

    @Message("Registration number")
    String registrationNumber();

    @Message("Kind of firm")
    String kind();

    @Message("E-mail address for signing in")
    String email();

    @Message("Postal address")
    String address();

    @Message("Bank account")
    String iban();

    @Message("None is known; nothing can be paid to you until there is one.")
    String noIban();

    @Message("None is known.")
    String noAddress();

    @Message("State")
    String state();

    @Message("Member since")
    String since();

    @Message("Change the name")
    String changeName();

    @Message("Change the e-mail address")
    String changeEmail();

    @Message("Change the address")
    String changeAddress();

    @Message("Change the bank account")
    String changeIban();

    @Message("You change all of this yourself. The registrar may change your name too, and your e-mail address "
            + "only as long as you have no password of your own. Desks may only propose another bank account, and "
            + "two of them have to agree.")
    String who();

    @Message("Changes of name and e-mail address")
    String history();

    @Message("Nothing has been changed.")
    String noHistory();

    @Message("What")
    String what();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("When")
    String when();

    @Message("By")
    String by();

    @Message("You")
    String you();

    @Message("The registrar")
    String desk();

    @Message("Bank accounts that desks have proposed")
    String proposals();

    @Message("Proposed")
    String proposedAt();

    @Message("Decided")
    String decidedAt();

    @Message("What was printed or signed before keeps the name of its day.")
    String nameHint();

    @Message("You sign in by the earlier address until the new one is known, which takes seconds. Your password "
            + "stays.")
    String emailHint();

    @Message(
            "Payments that are under way still go to the earlier account. The change is recorded, and you are told of it"
                    + " under Notices and by mail.")
    String ibanHint();

    @Message("Street and number")
    String street();

    @Message("Postal code")
    String postalCode();

    @Message("Town")
    String city();

    @Message("Country")
    String country();

    @Message("Choose one")
    String chooseCountry();

    @Message("Save")
    String save();

    @Message("You can change it again at any time.")
    String undo();

    @Message("Back to my firm")
    String back();

    @Message("Leave the firm")
    String leave();

    @Message("Bylaws in force")
    String bylaws();

    @Message("Version {version}, in force since {day}.")
    String bylawsIntro(int version, String day);

    @Message("Bylaw")
    String bylaw();

    @Message("In force")
    String value();

    @Message("Decided by this vote")
    String bylawVote();

    @Message("Propose a change")
    String bylawProposal();
}
