package coop.parasol.portal.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;

/** One connection to the mail server, by which several mails are sent one after the other. */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final int FOR_GOOD = 500;
    private static final int MAX_REASON = 300;

    /** Whatever a server says, no address is stored. */
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>]+@[^\\s<>]+>?");

    private final Transport transport;

    private SmtpConnection(Transport transport) {
        this.transport = transport;
    }

    /** @throws MessagingException if the server is away, does not answer in time, or does not let the portal sign in */
    static SmtpConnection open(Session session, MailServerSettings settings) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(
                settings.host(),
                settings.port(),
                settings.user().orElse(null),
                settings.user().isPresent() ? settings.password() : null);
        return new SmtpConnection(transport);
    }

    Delivery send(MimeMessage message, Address to) {
        try {
            transport.sendMessage(message, new Address[] {to});
            return new Delivery.Taken();
        } catch (SendFailedException refused) {
            return refusal(refused);
        } catch (MessagingException lost) {
            return new Delivery.ConnectionLost(withoutAddress(lost));
        }
    }

    private static Delivery refusal(SendFailedException refused) {
        int code = 0;
        MessagingException deepest = refused;
        for (Exception each = refused; each instanceof MessagingException failure; each = failure.getNextException()) {
            int own = switch (failure) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (own > 0) {
                code = own;
                deepest = failure;
            }
        }
        if (code == 0) {
            return new Delivery.ConnectionLost(withoutAddress(refused));
        }
        String reason = withoutAddress(deepest);
        return code >= FOR_GOOD ? new Delivery.RefusedForGood(reason) : new Delivery.RefusedForNow(reason);
    }

    /** What went wrong, in the server's words. */
    static String withoutAddress(Exception failure) {
        String said =
                String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        String shown = ADDRESS.matcher(said).replaceAll("<address>");
        return shown.length() > MAX_REASON ? shown.substring(0, MAX_REASON) : shown;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debugf("The connection to the mail server has ended: %s", gone.getMessage());
        }
    }
}
