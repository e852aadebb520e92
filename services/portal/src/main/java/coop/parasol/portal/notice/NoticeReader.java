package coop.parasol.portal.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** In which language a person wants its mail, where it has said so; else Keycloak says it. */
@Entity
public class NoticeReader extends PanacheEntityBase {

    /** Keycloak's subject. */
    @Id
    public String person = "";

    /** ISO 639-1, such as {@code gu}. */
    public String language = "";
}
