package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The producer that a form or a filter names: by its name or an unmistakable part of it, or by the id that a link carries. */
@ApplicationScoped
class ProducerChoice {

    private static final int SUGGESTED = 200;
    private static final int SHOWN = 10;
    private static final String ID = "[0-9a-fA-F-]{36}";

    private final DeskClient quality;
    private final Parts parts;

    ProducerChoice(@RestClient DeskClient quality, Parts parts) {
        this.quality = quality;
        this.parts = parts;
    }

    /**
     * The id of the producer that was typed, whose whole name is in the field from then on; null where nothing was typed, or
     * where the field is refused because no producer or several are meant.
     */
    @Nullable String chosen(FormFields form, String field) {
        String typed = form.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        List<DeskClient.Producer> found =
                quality.producers(typed, null, SUGGESTED).items();
        List<DeskClient.Producer> exact = found.stream()
                .filter(each -> each.name().equalsIgnoreCase(typed))
                .toList();
        List<DeskClient.Producer> meant = exact.isEmpty() ? found : exact;
        if (meant.size() == 1) {
            DeskClient.Producer producer = meant.getFirst();
            form.with(field, producer.name());
            return producer.memberId().toString();
        }
        QualityMessages words = Words.of(QualityMessages.class);
        if (meant.isEmpty() && typed.matches(ID)) {
            return typed; // known by no name any more
        }
        form.refuse(
                field,
                meant.isEmpty()
                        ? words.noProducerHasThisName()
                        : words.severalProducersHaveThisName(meant.stream()
                                .limit(SHOWN)
                                .map(DeskClient.Producer::name)
                                .collect(Collectors.joining(", "))));
        return null;
    }

    /** The id of the producer that a list's address names; what it says, for the service to refuse, where none or several are meant. */
    @Nullable String idOf(@Nullable String typed) {
        String field = "producer";
        String id = chosen(FormFields.empty().with(field, typed), field);
        return id == null ? typed : id;
    }

    /** The form with the name of the producer that a link names by its id; with the id where it has no name. */
    FormFields named(FormFields form, String field, @Nullable String linked) {
        if (linked != null && linked.matches(ID)) {
            String id = linked;
            Part<Listed<DeskClient.Producer>> found = parts.load(() -> quality.producers(id, null, 1));
            boolean known = found.isLoaded() && !found.value().items().isEmpty();
            return form.with(field, known ? found.value().items().getFirst().name() : id);
        }
        return form.with(field, linked);
    }

    /** Names to choose from, as many as fit a list; none where they are not to be had. */
    List<String> suggested() {
        Part<Listed<DeskClient.Producer>> found = parts.load(() -> quality.producers(null, null, SUGGESTED));
        return found.isLoaded()
                ? found.value().items().stream()
                        .map(DeskClient.Producer::name)
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList()
                : List.of();
    }
}
