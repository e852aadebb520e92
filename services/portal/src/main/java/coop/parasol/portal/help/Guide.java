package coop.parasol.portal.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What each role does on which page, written in Markdown in {@code docs/guide}. */
enum Guide {
    PUBLIC,
    PRODUCER,
    REPORTING_BATCHES,
    AUDITOR,
    PARTNER,
    REGISTRAR,
    TREASURER,
    QUALITY_DESK,
    PRICING_DESK,
    LOGISTICS_DESK,
    ADMINISTRATOR;

    /** As it stands in the address and is the name of the file. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Guide> at(String path) {
        return Arrays.stream(values())
                .filter(guide -> guide.path().equals(path))
                .findFirst();
    }

    /**
     * A guide as it is shown.
     *
     * @param title its first heading
     * @param html links to other guides lead to their pages, those to other files of the repository nowhere
     */
    record Content(String title, String html) {}

    /** Reads and renders the guide; it does not change while the portal runs. */
    Content read() {
        Node document = document();
        return new Content(title(document), html(document));
    }

    private static String title(Node document) {
        StringBuilder title = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (title.isEmpty()) {
                    heading.accept(new AbstractVisitor() {
                        @Override
                        public void visit(Text text) {
                            title.append(text.getLiteral());
                        }
                    });
                }
            }
        });
        return title.toString();
    }

    private static String html(Node document) {
        List<String> guides =
                Arrays.stream(values()).map(guide -> guide.path() + ".md").toList();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String target = link.getDestination();
                if (guides.contains(target)) {
                    link.setDestination("/help/" + target.substring(0, target.length() - ".md".length()));
                } else if (!target.startsWith("#") && !target.startsWith("/")) {
                    while (link.getFirstChild() != null) {
                        link.insertBefore(link.getFirstChild());
                    }
                    link.unlink();
                }
            }
        });
        return HtmlRenderer.builder().escapeHtml(true).build().render(document);
    }

    private Node document() {
        String file = "guide/" + path() + ".md";
        try (InputStream content = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file), file)) {
            return Parser.builder().build().parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
