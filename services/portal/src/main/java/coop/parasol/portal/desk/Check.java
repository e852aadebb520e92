package coop.parasol.portal.desk;

import coop.parasol.portal.page.FormFields;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page that shows what is about to be done, before something that cannot be undone. Whoever comes back to it and presses its button
 * again does nothing a second time: it keeps its idempotency key.
 *
 * @param key by which the service knows a repeated call
 * @param what what it does, in a sentence
 * @param action where the form is sent that does it
 * @param back the page that the person came from
 * @param facts what the decision rests on
 * @param links pages to look at before, each with its address
 * @param fields what is sent, unseen
 */
public record Check(
        String key,
        String title,
        String what,
        String action,
        String button,
        String back,
        List<Fact> facts,
        List<Fact> links,
        List<Fact> fields) {

    private static final Set<String> OF_ONE_PAGE = Set.of("csrf-token", "form-of", "idempotency-key", "do");

    /** A value with its label or name. */
    public record Fact(String label, String value) {}

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance check(Check check);
    }

    /** A page with no facts yet. */
    public static Check of(String title, String what, String action, String button, String back) {
        return new Check(
                UUID.randomUUID().toString(),
                title,
                what,
                action,
                button,
                back,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The same page with something that the decision rests on, where it is known. */
    public Check fact(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
        return this;
    }

    /** The same page with a link to something to look at before. */
    public Check link(String label, String address) {
        links.add(new Fact(label, address));
        return this;
    }

    /** The same page with something that is sent unseen. */
    public Check field(String name, @Nullable String value) {
        if (value != null) {
            fields.add(new Fact(name, value));
        }
        return this;
    }

    /** The same page that sends a form on unseen, with the form's own key. */
    public Check form(FormFields form) {
        Check check = new Check(form.key(), title, what, action, button, back, facts, links, fields);
        form.values().forEach((name, values) -> {
            if (!OF_ONE_PAGE.contains(name)) {
                values.forEach(value -> check.field(name, value));
            }
        });
        return check;
    }

    /** Leads to the page with all that was added, and the button that does it. */
    public Response page() {
        return Arc.container().instance(CheckRedirects.class).get().to(this);
    }
}
