package coop.parasol.portal.administration;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How the services are, at a glance, and the administrator's menu. */
@ApplicationScoped
final class AdministrationHome implements HomeArea, NavigationArea {

    private static final int ORDER = 90;

    private final AdministrationMessages words = Words.of(AdministrationMessages.class);
    private final ServiceHealth health;
    private final Parts parts;

    AdministrationHome(ServiceHealth health, Parts parts) {
        this.health = health;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("administrator");
    }

    @Override
    public String title() {
        return words.administrator();
    }

    @Override
    public List<Card> cards() {
        List<Parts.Pending<ServiceHealth.Health>> asked = health.names().stream()
                .map(name -> parts.start(() -> health.of(name)))
                .toList();
        List<ServiceHealth.Health> services =
                asked.stream().map(service -> service.await().value()).toList();
        long notWell = services.stream().filter(service -> !service.isUp()).count();
        long parked =
                services.stream().mapToLong(ServiceHealth.Health::parkedEvents).sum();
        long underWay = services.stream()
                .mapToLong(ServiceHealth.Health::eventsUnderWay)
                .sum();
        return List.of(
                new Card(
                        words.services(),
                        String.valueOf(notWell),
                        notWell == 0 ? words.allServicesAreWell() : words.servicesThatAreNot(),
                        "/administration",
                        notWell > 0),
                new Card(
                        words.parkedEvents(),
                        String.valueOf(parked),
                        parked == 0 ? words.nothingIsParked() : words.eventsToHandleAgain(),
                        "/administration/dead-letters",
                        parked > 0),
                new Card(
                        words.eventsUnderWay(),
                        String.valueOf(underWay),
                        words.notSentOrNotRead(),
                        "/administration",
                        false));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/administration", words.services()),
                new Entry("/administration/dead-letters", words.parkedEvents()),
                new Entry("/administration/log", words.whatWasDone()));
    }
}
