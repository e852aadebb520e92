package coop.parasol.portal.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

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
    NOTICES,
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

    /** What the name of a picture of a guide looks like; nothing else is read from the class path. */
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.png");

    private static final String PICTURES = "/help/images/";

    /** Where a PNG says how wide it is, in four bytes; the next four say how high (ISO/IEC 15948, 11.2.2). */
    private static final int PNG_WIDTH = 16;

    /** A picture of a guide as PNG; empty if there is none of that name. */
    static Optional<byte[]> picture(String name) {
        if (!PICTURE.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream content = resource("guide/images/" + name)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(file);
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
            public void visit(Image image) {
                image.setDestination("/help/" + image.getDestination());
            }

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
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Image image) {
                        attributes.put("loading", "lazy");
                        picture(image.getDestination().substring(PICTURES.length()))
                                .ifPresent(png -> attributes.putAll(size(png)));
                    }
                })
                .build()
                .render(document);
    }

    /** The size, by which a browser keeps the place for a picture that it loads late, so that what is read does not move. */
    private static Map<String, String> size(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png, PNG_WIDTH, 2 * Integer.BYTES);
        return Map.of("width", Integer.toString(header.getInt()), "height", Integer.toString(header.getInt()));
    }

    private Node document() {
        String file = "guide/" + path() + ".md";
        try (InputStream content = Objects.requireNonNull(resource(file), file)) {
            return Parser.builder().build().parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
