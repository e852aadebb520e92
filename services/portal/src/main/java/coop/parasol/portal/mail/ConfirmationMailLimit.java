package coop.parasol.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How often a link to confirm an address is mailed in a day: for one application, and to one address. */
@ApplicationScoped
class ConfirmationMailLimit {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int OF_AN_APPLICATION = 3;
    private static final int TO_AN_ADDRESS = 5;

    private final Jdbi jdbi;

    ConfirmationMailLimit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return whether there may be another one, which is counted then */
    boolean take(UUID mailId, UUID application, String addressCode, Instant now) {
        OffsetDateTime moment = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        jdbi.useHandle(handle -> handle.createUpdate("delete from confirmation_mail where sent_at < :since")
                .bind("since", moment.minus(DAY))
                .execute());
        return jdbi.withHandle(handle -> handle.createUpdate("""
            insert into confirmation_mail (mail_id, application, address_code, sent_at)
            select :mail, :application, :address, :now
             where (select count(*) from confirmation_mail where application = :application) < :ofApplication
               and (select count(*) from confirmation_mail where address_code = :address) < :toAddress
            """)
                        .bind("mail", mailId)
                        .bind("application", application)
                        .bind("address", addressCode)
                        .bind("now", moment)
                        .bind("ofApplication", OF_AN_APPLICATION)
                        .bind("toAddress", TO_AN_ADDRESS)
                        .execute()
                == 1);
    }

    /** It was not sent after all. */
    void giveBack(UUID mailId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from confirmation_mail where mail_id = :mail")
                .bind("mail", mailId)
                .execute());
    }
}
