package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of pages about leaving the firm. */
@MessageBundle("leave")
interface LeaveMessages {

    @Message("Leave the firm")
    String title();

    @Message("What you would be paid, and when, if you asked to leave today. Nothing is stored by looking.")
    String intro();

    @Message("Your notice is over on")
    String noticeUntil();

    @Message("Your equal share")
    String equalShare();

    @Message("Your patronage capital")
    String capital();

    @Message("Less your debts")
    String debts();

    @Message("Less what is kept for recalls")
    String holdback();

    @Message("Kept until")
    String holdbackUntil();

    @Message("Payable")
    String payable();

    @Message("You would still owe")
    String stillOwed();

    @Message("Instalments by the bylaws")
    String instalments();

    @Message("Number")
    String number();

    @Message("Amount")
    String amount();

    @Message("Due")
    String dueOn();

    @Message("When the money is expected")
    String expected();

    @Message(
            "This is for your share: from the end of the notice on, under the cap of the year, and after those who have"
                    + " asked before you. Money from pools is not in it; it comes with the statement of each pool.")
    String expectedIntro();

    @Message("Cap of the year")
    String cap();

    @Message("There is no cap.")
    String noCap();

    @Message("Used of it")
    String used();

    @Message("Owed to others who have asked before")
    String waiting();

    @Message("Pools to come")
    String pools();

    @Message("What partners have paid for your goods and is not divided yet. You get your part when the pools are "
            + "settled.")
    String poolsIntro();

    @Message("Receipts")
    String receipts();

    @Message("Product")
    String product();

    @Message("What you owe")
    String owed();

    @Message("Statements of your pools are waited for at latest until")
    String poolStatements();

    @Message("Your last statement is waited for until")
    String lastStatement();

    @Message("Your unsold goods")
    String goods();

    @Message("What becomes of each lot. If you choose nothing, it stays on sale under its certificate and you are "
            + "paid as it sells. Taken back: what no order has reserved is set aside, you collect it at your cost, "
            + "and it is not certified any more. Offered: the firm may buy it, at the list price of the bylaws' "
            + "tier at most.")
    String goodsIntro();

    @Message("You have no certified goods that are unsold.")
    String noGoods();

    @Message("What is still open")
    String open();

    @Message("Your share is valued when the notice is over and nothing of this is open any more; the days below are the"
            + " earliest. What is certified of it joins your unsold goods and pools.")
    String openIntro();

    @Message("Open commitments")
    String openCommitments();

    @Message("Lots that are not decided yet")
    String undecidedLots();

    @Message("Only the first lots are shown. You can choose for the others after you have asked.")
    String moreGoods();

    @Message("Lot")
    String lot();

    @Message("Grade")
    String grade();

    @Message("Quantity")
    String quantity();

    @Message("Choice")
    String choice();

    @Message("It stays on sale")
    String stays();

    @Message("I take it back")
    String takenBack();

    @Message("I offer it to the firm")
    String offered();

    @Message("Reason")
    String reason();

    @Message("Go on")
    String goOn();

    @Message("Check before you ask to leave")
    String checkTitle();

    @Message("Nobody has to agree. When the notice is over, your membership ends and cannot be restored. Until "
            + "then you may withdraw the request.")
    String checkWhat();

    @Message("Ask to leave")
    String ask();

    @Message("Go back and stay")
    String back();

    @Message("Your exit")
    String exit();

    @Message("The firm has your request. Its number is {number}.")
    String exitNumber(String number);

    @Message("State")
    String state();

    @Message("Asked")
    String requestedAt();

    @Message("Kind")
    String kind();

    @Message("Final since")
    String boundAt();

    @Message("Share valued on")
    String valuedOn();

    @Message("Owed to the firm")
    String claim();

    @Message("Paid so far")
    String paid();

    @Message("Payments")
    String payments();

    @Message("What has happened")
    String timeline();

    @Message("What is waited for")
    String next();

    @Message("Through")
    String through();

    @Message("On")
    String on();

    @Message("Nothing is waited for any more.")
    String nothingNext();

    @Message("Choices that were not done")
    String ended();

    @Message("Lots")
    String lots();

    @Message("Choose what becomes of goods")
    String chooseGoods();

    @Message("Save the choices")
    String saveChoices();

    @Message("You can change the choices until the notice is over.")
    String untilNotice();

    @Message("Withdraw the request")
    String withdraw();

    @Message("Withdraw your request to leave?")
    String withdrawTitle();

    @Message("You stay a member, and everything is as before. You may ask again at any time.")
    String withdrawWhat();

    @Message("Withdraw now")
    String withdrawNow();

    @Message("Go back and keep the request")
    String keep();

    @Message("Settlement (PDF)")
    String settlement();
}
