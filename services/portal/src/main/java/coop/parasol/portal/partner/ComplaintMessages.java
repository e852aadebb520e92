package coop.parasol.portal.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which a partner complains of goods. */
@MessageBundle("partnerComplaints")
interface ComplaintMessages {

    @Message("Complaints")
    String complaints();

    @Message("Complain of goods")
    String complain();

    @Message("You have not complained of anything. If goods are not as their certificate says, tell the firm: "
            + "it looks at every complaint and answers.")
    String none();

    @Message("The quality desk of the firm looks into it and answers here. It may stop the lot at once. "
            + "The producer learns what is wrong, and not who has complained.")
    String whatHappens();

    @Message("Number of the certificate")
    String certificateNumber();

    @Message("It stands on the goods, and on the page of the delivery.")
    String certificateNumberHint();

    @Message("How much harm does it do?")
    String defectClass();

    @Message(
            "Critical: somebody may be hurt. Major: the goods cannot be used or sold. Minor: they are not as good as they should be.")
    String defectClassHint();

    @Message("How much of it is concerned")
    String quantity();

    @Message("What is wrong")
    String description();

    @Message("Send the complaint")
    String send();

    @Message("Reported")
    String reported();

    @Message("The complaint was sent. Its number is {number}.")
    String sent(String number);

    @Message("Answer of the firm")
    String answer();

    @Message("The firm has not answered yet.")
    String noAnswer();

    @Message("Answered")
    String answered();

    @Message("All complaints")
    String all();
}
