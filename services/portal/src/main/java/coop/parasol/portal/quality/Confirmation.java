package coop.parasol.portal.quality;

import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page between a form and what cannot be undone: it says what is about to happen, with all values, which it sends again.
 *
 * @param what happens, in a sentence
 * @param action where it is sent
 * @param back where nothing happens
 */
record Confirmation(String title, String what, String action, String button, String back, List<Line> lines) {

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(Confirmation confirmation, FormFields form);
    }

    /** A value that is looked at before. */
    record Line(String label, String value) {}

    static Confirmation of(String title, String what, String action, String button, String back) {
        return new Confirmation(title, what, action, button, back, new ArrayList<>());
    }

    /** The same with another value; nothing where there is none. */
    Confirmation with(String label, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            lines.add(new Line(label, value.toString()));
        }
        return this;
    }

    TemplateInstance page(FormFields form) {
        return Templates.confirm(this, form);
    }
}
