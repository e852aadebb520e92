package coop.parasol.portal.help;

import coop.parasol.portal.help.HelpTopics.Topic;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.PagePath;
import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The help about the page that is being made. In templates {@code inject:pageHelp}. */
@Named("pageHelp")
@RequestScoped
public class PageHelp {

    private static final String ANY = "*";

    private final Guides guides;
    private final Person person;
    private final UriInfo page;

    PageHelp(Guides guides, Person person, UriInfo page) {
        this.guides = guides;
        this.person = person;
        this.page = page;
    }

    /** Where it is read; null for a page that no guide speaks of. */
    public @Nullable String address() {
        return topic(PagePath.of(page), person.roles())
                .map(topic -> place(topic, guides.text(topic.guide(), Language.ENGLISH)))
                .map(GuidePlace::address)
                .orElse(null);
    }

    /** The topic of a page for who has these roles. */
    static Optional<Topic> topic(String path, Set<String> roles) {
        List<String> segments = segments(path);
        Topic best = null;
        for (Topic each : HelpTopics.ALL) {
            if (begins(segments, segments(each.page()))
                    && (best == null || weight(each, roles) > weight(best, roles))) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    static GuidePlace place(Topic topic, GuideText english) {
        List<String> headings =
                english.sections().stream().map(GuideText.Section::title).toList();
        int section = headings.indexOf(topic.heading());
        if (section < 0) {
            throw new IllegalStateException(topic.guide().path() + ".md has no heading \"" + topic.heading() + "\"");
        }
        return new GuidePlace(topic.guide(), section);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    private static boolean begins(List<String> path, List<String> beginning) {
        if (beginning.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            String wanted = beginning.get(i);
            if (!wanted.equals(ANY) && !wanted.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** More names in an address say more, and a name more than what stands for any; then the guide that is the person's own. */
    private static int weight(Topic topic, Set<String> roles) {
        int names = segments(topic.page()).stream()
                .mapToInt(part -> part.equals(ANY) ? 2 : 4)
                .sum();
        return names + (topic.guide().isFor(roles) ? 1 : 0);
    }
}
