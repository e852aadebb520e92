package coop.parasol.portal.notice;

import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.page.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What each person has chosen to get by mail, and in which language. */
@ApplicationScoped
public class NoticeChoices {

    private final Jdbi jdbi;

    NoticeChoices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Choice(NoticeKind kind, boolean byMail) {}

    /**
     * Whether a person wants mail of a kind.
     *
     * @param forDesk whether the notice is for everybody with a role
     */
    public boolean wantsMail(String person, NoticeKind kind, boolean forDesk) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select by_mail from notice_choice where person = :person and kind = :kind")
                .bind("person", person)
                .bind("kind", kind)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(kind.isMailedUnlessChosen(forDesk)));
    }

    /** Everybody who has asked for mail of a kind: whoever of them has the role of a desk gets its notices. */
    public List<String> whoAskedFor(NoticeKind kind) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select person from notice_choice where kind = :kind and by_mail")
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list());
    }

    /** Of which kinds a person gets mail. */
    Set<NoticeKind> byMail(String person, boolean forDesk) {
        Map<NoticeKind, Boolean> chosen = new EnumMap<>(NoticeKind.class);
        jdbi.withHandle(handle -> handle.createQuery("select kind, by_mail from notice_choice where person = :person")
                        .bind("person", person)
                        .mapTo(Choice.class)
                        .list())
                .forEach(choice -> chosen.put(choice.kind(), choice.byMail()));
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> chosen.getOrDefault(kind, kind.isMailedUnlessChosen(forDesk)))
                .forEach(kinds::add);
        return kinds;
    }

    /** The language that a person has chosen for its mail; empty where it has chosen none. */
    @Transactional
    public Optional<Language> language(String person) {
        return NoticeReader.<NoticeReader>findByIdOptional(person).flatMap(reader -> Language.of(reader.language));
    }

    /**
     * Stores what a person has chosen.
     *
     * @param offered the kinds that it could choose from; its choice of others stays
     * @param byMail the kinds of which it wants mail; of the other ones that were offered it wants none
     * @param language null for the one that Keycloak knows
     */
    @Transactional
    void choose(String person, Set<NoticeKind> offered, Set<NoticeKind> byMail, @Nullable Language language) {
        for (NoticeKind kind : offered) {
            store(person, kind, byMail.contains(kind));
        }
        if (language == null) {
            NoticeReader.deleteById(person);
            return;
        }
        NoticeReader reader = NoticeReader.findById(person);
        if (reader == null) {
            reader = new NoticeReader();
            reader.person = person;
            reader.language = language.code();
            reader.persist();
        } else {
            reader.language = language.code();
        }
    }

    /** A person wants no more mail of a kind. */
    public void leave(String person, NoticeKind kind) {
        store(person, kind, false);
    }

    private void store(String person, NoticeKind kind, boolean byMail) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into notice_choice (person, kind, by_mail) values (:person, :kind, :byMail)
                        on conflict (person, kind) do update set by_mail = excluded.by_mail
                        """)
                .bind("person", person)
                .bind("kind", kind)
                .bind("byMail", byMail)
                .execute());
    }
}
