package coop.parasol.portal.notice;

import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's notices, and what it gets of them by mail. */
@Path("notices")
@Blocking
final class NoticePages {

    private static final int PAGE = 20;

    private final Inbox inbox;
    private final NoticeChoices choices;
    private final MailOfNotice mail;
    private final Person person;

    NoticePages(Inbox inbox, NoticeChoices choices, MailOfNotice mail, Person person) {
        this.inbox = inbox;
        this.choices = choices;
        this.mail = mail;
        this.person = person;
    }

    @CheckedTemplate(basePath = "notice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notices(List<Inbox.Entry> entries, Filter filter, String next);

        static native TemplateInstance notice(Notice notice, String mail);

        static native TemplateInstance choices(
                List<ShownKind> kinds, List<Language> languages, String chosen, boolean saved);
    }

    /** A kind of notices, and whether it is chosen. */
    record ShownKind(String code, String name, boolean chosen) {}

    /** What the list is limited to, with the kinds that there are. */
    record Filter(List<ShownKind> kinds, boolean unreadOnly, String query) {}

    @GET
    public TemplateInstance list(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("unread") @DefaultValue("") String unread,
            @QueryParam("before") @Nullable UUID before) {
        Optional<NoticeKind> chosen = kind(kind);
        boolean unreadOnly = unread.equals("1");
        List<Inbox.Entry> found =
                inbox.list(Recipients.of(person), person.subject(), chosen.orElse(null), unreadOnly, before, PAGE + 1);
        List<Inbox.Entry> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String query = "?kind=" + chosen.map(Enum::name).orElse("") + (unreadOnly ? "&unread=1" : "");
        return Templates.notices(
                page,
                new Filter(shown(chosen.map(Set::of).orElse(Set.of())), unreadOnly, query),
                found.size() > PAGE ? page.getLast().notice().noticeId().toString() : "");
    }

    /** Shown, it is read. */
    @GET
    @Path("{noticeId}")
    public TemplateInstance show(@PathParam("noticeId") UUID noticeId) {
        Notice notice = own(noticeId);
        inbox.markRead(person.subject(), noticeId);
        return Templates.notice(notice, mail.state(noticeId, person.subject()).orElse(""));
    }

    @POST
    @Path("{noticeId}/unread")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response markUnread(@PathParam("noticeId") UUID noticeId) {
        inbox.markUnread(person.subject(), own(noticeId).noticeId());
        return Response.seeOther(URI.create("/notices")).build();
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response markAllRead() {
        inbox.markAllRead(Recipients.of(person), person.subject());
        return Response.seeOther(URI.create("/notices")).build();
    }

    @GET
    @Path("choices")
    public TemplateInstance choices(@QueryParam("saved") @Nullable String saved) {
        Set<NoticeKind> offered = offered();
        return Templates.choices(
                shown(choices.byMail(person.subject(), isDesk())).stream()
                        .filter(kind -> offered.contains(NoticeKind.valueOf(kind.code())))
                        .toList(),
                List.of(Language.values()),
                choices.language(person.subject()).map(Language::code).orElse(""),
                saved != null);
    }

    @POST
    @Path("choices")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> sent) {
        Set<NoticeKind> byMail = EnumSet.noneOf(NoticeKind.class);
        sent.getOrDefault("by-mail", List.of()).forEach(code -> kind(code).ifPresent(byMail::add));
        choices.choose(
                person.subject(),
                offered(),
                byMail,
                Language.of(sent.getFirst("language")).orElse(null));
        return Response.seeOther(URI.create("/notices/choices?saved=1")).build();
    }

    /** The kinds that come to the person. */
    private Set<NoticeKind> offered() {
        Set<NoticeKind> offered = EnumSet.noneOf(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.comesTo(person.roles()))
                .forEach(offered::add);
        return offered;
    }

    /** Another's notice is not there. */
    private Notice own(UUID noticeId) {
        return inbox.find(noticeId, Recipients.of(person), person.subject())
                .map(Inbox.Entry::notice)
                .orElseThrow(NotFoundException::new);
    }

    private boolean isDesk() {
        return person.memberId() == null && person.partnerId() == null;
    }

    private static Optional<NoticeKind> kind(String code) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst();
    }

    private static List<ShownKind> shown(Set<NoticeKind> chosen) {
        return Arrays.stream(NoticeKind.values())
                .map(kind -> new ShownKind(kind.name(), NoticeTexts.kind(kind), chosen.contains(kind)))
                .toList();
    }
}
