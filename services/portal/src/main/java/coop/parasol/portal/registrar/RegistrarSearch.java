package coop.parasol.portal.registrar;

import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Findable;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The registrar finds members by their names. */
@ApplicationScoped
final class RegistrarSearch implements SearchArea {

    private static final int ORDER = 40;

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final MembersClient members;

    RegistrarSearch(@RestClient MembersClient members) {
        this.members = members;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("registrar");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.FIRM_NAME);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(new Lookup(words.members(), () -> members(query)));
    }

    private List<Hit> members(Query query) {
        return members.members(null, SHOWN, null, query.text(), null).items().stream()
                .map(member -> new Hit(
                        member.name(),
                        member.registrationNumber() + ", " + DeskFormats.stateWords(member.state()),
                        "/registrar/members/" + member.memberId()))
                .toList();
    }
}
