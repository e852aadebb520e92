package coop.parasol.acceptance.portal;

import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.TimeToCorrect;
import coop.parasol.contracts.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Who takes part in a season that is told by clicks, each with a browser of its own, and what they speak of. */
final class SeasonCast implements AutoCloseable {

    private static final int BASE = 36;

    private final PortalBrowser browser;
    private final RunningSystem system;
    private final Mails mails;
    private final int[] size;
    private final boolean scripts;
    private final PortalWords words;
    private final Map<String, Person> people = new HashMap<>();

    /** Distinguishes this season's names, lots and references from those of others. */
    final String tag = Long.toString(System.currentTimeMillis(), BASE).toUpperCase(Locale.ROOT);

    final String product = "BOWL-" + tag;
    final String firm = "Kiran Pottery " + tag;
    final String email = "kiran-" + tag.toLowerCase(Locale.ROOT) + "@pottery.example";
    final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    final String period = Period.of(today).toString();

    /** The week that is ordered for and committed: planning of the present one is frozen. */
    final String plannedWeek = Period.of(today.plusWeeks(1)).toString();

    /** Of the guides; taken in passing. */
    final GuidePictures pictures;

    /**
     * Nobody has opened a browser yet.
     *
     * @param words in the language that everybody reads
     * @param withPictures whether the pictures of the guides are taken and compared
     */
    SeasonCast(
            PortalBrowser browser,
            RunningSystem system,
            int[] size,
            boolean scripts,
            PortalWords words,
            boolean withPictures) {
        this.pictures = new GuidePictures(tag, withPictures);
        this.browser = browser;
        this.system = system;
        mails = new Mails(system);
        this.size = size;
        this.scripts = scripts;
        this.words = words;
    }

    /** Somebody who has not signed in. */
    Person anybody() {
        return people.computeIfAbsent("", nobody -> opens());
    }

    /** One of the demo's people, signed in. */
    Person person(String user) {
        return people.computeIfAbsent(user, name -> opens().signIn(name));
    }

    /** Another producer than the one who joins in this season. */
    Person anotherProducer() {
        return person(system.user("producer"));
    }

    /** The producer who joins in this season, once it has a password. */
    Person producer() {
        return Objects.requireNonNull(people.get(email), "has not signed in yet");
    }

    /** Opens the new producer's browser, in which it has not signed in yet. */
    Person newProducer() {
        return newcomer(email);
    }

    /** Opens a browser for somebody who signs in by that address for the first time. */
    Person newcomer(String address) {
        Person person = opens();
        people.put(address, person);
        return person;
    }

    private Person opens() {
        return new Person(browser.open(size, scripts, words.browser()), words);
    }

    /** Takes what somebody sees for the guides. */
    void picture(Person of, String name) {
        pictures.take(of.page(), name);
    }

    /** What any of the browsers has complained of. */
    List<String> complaints() {
        return people.values().stream()
                .flatMap(person -> person.visit().complaints().stream())
                .toList();
    }

    /**
     * Sentences that somebody was shown in English though its browser asks for another language. What somebody of the season has
     * written, and a product of the demo, is what it is in every language.
     */
    Set<String> leftInEnglish() {
        Set<String> written = new HashSet<>(Set.of("Brass oil lamp, hand cast"));
        people.values().forEach(person -> written.addAll(person.typed()));
        Set<String> left = new TreeSet<>();
        people.values().forEach(person -> left.addAll(person.leftInEnglish()));
        left.removeIf(sentence ->
                written.stream().anyMatch(text -> text.startsWith(sentence.substring(0, sentence.lastIndexOf(" (")))));
        return left;
    }

    /** The producer's number of one of its lots. */
    String lot(int number) {
        return "L" + number + "-" + tag;
    }

    /** From now on producers have time to correct what they report, until it is closed. */
    TimeToCorrect timeToCorrect() {
        return new TimeToCorrect(system.installation());
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }

    Mails mails() {
        return mails;
    }
}
