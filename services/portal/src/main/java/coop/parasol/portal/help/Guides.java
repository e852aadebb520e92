package coop.parasol.portal.help;

import coop.parasol.portal.page.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The guides as they are shown, each rendered once. */
@ApplicationScoped
class Guides {

    private final Map<Edition, GuideText> texts = new ConcurrentHashMap<>();

    private record Edition(Guide guide, Language language) {}

    GuideText text(Guide guide, Language language) {
        return texts.computeIfAbsent(
                new Edition(guide, language), edition -> edition.guide().read(edition.language()));
    }
}
