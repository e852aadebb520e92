package coop.parasol.portal.member;

import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A member's pages about its firm; they follow those about its work. */
@ApplicationScoped
final class MemberNavigation implements NavigationArea {

    private static final int ORDER = 11;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("producer");
    }

    @Override
    public List<Entry> entries() {
        MemberMessages words = Words.of(MemberMessages.class);
        return List.of(
                new Entry("/money", words.money()),
                new Entry("/share", words.shareAndBooks()),
                new Entry("/votes", words.votes()),
                new Entry("/my-firm", words.firmData()));
    }
}
