package coop.parasol.portal.help;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A guide as it is shown: links to other guides lead to their pages, those to other files of the repository nowhere.
 *
 * @param title its first heading, which stands in no section
 * @param sections what stands before the first heading of the second level, then what each of these has below it
 */
record GuideText(String title, List<Section> sections) {

    /** @param title empty for what stands before the first heading of the second level */
    record Section(String title, String html) {}

    private static final int LEVEL = 2;
    private static final String PICTURES = "/help/images/";

    /** Where a PNG says how wide it is, in four bytes; the next four say how high (ISO/IEC 15948, 11.2.2). */
    private static final int PNG_WIDTH = 16;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /** Renders Markdown as CommonMark has it, with tables. */
    static GuideText of(String markdown) {
        Node document = PARSER.parse(markdown);
        direct(document);
        String title = "";
        if (document.getFirstChild() instanceof Heading first) {
            title = words(first);
            first.unlink();
        }
        List<Section> sections = new ArrayList<>();
        Document part = new Document();
        String heading = "";
        while (document.getFirstChild() != null) {
            Node node = document.getFirstChild();
            if (node instanceof Heading next && next.getLevel() == LEVEL) {
                sections.add(new Section(heading, html(part, sections.size())));
                part = new Document();
                heading = words(next);
            }
            part.appendChild(node);
        }
        sections.add(new Section(heading, html(part, sections.size())));
        return new GuideText(title, List.copyOf(sections));
    }

    /** The whole guide without its title, as HTML. */
    String html() {
        StringBuilder all = new StringBuilder();
        sections.forEach(section -> all.append(section.html()));
        return all.toString();
    }

    private static String words(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }

    /** Lets links and pictures lead where the portal has what they name. */
    private static void direct(Node document) {
        List<String> guides =
                Arrays.stream(Guide.values()).map(guide -> guide.path() + ".md").toList();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                image.setDestination(PICTURES + image.getDestination().replaceFirst("^.*/", ""));
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
    }

    /** @param number of the section, by which a link finds its heading */
    private static String html(Node part, int number) {
        AttributeProvider attributesOf = (node, tag, attributes) -> {
            if (node instanceof Heading heading && heading.getLevel() == LEVEL) {
                attributes.put("id", "section-" + number);
            }
            if (node instanceof TableBlock) {
                attributes.put("tabindex", "0"); // it scrolls sideways on a phone
            }
            if (node instanceof Image image) {
                attributes.put("loading", "lazy");
                Guide.picture(image.getDestination().substring(PICTURES.length()))
                        .ifPresent(png -> attributes.putAll(size(png)));
            }
        };
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> attributesOf)
                .build()
                .render(part);
    }

    /** The size, by which a browser keeps the place for a picture that it loads late, so that what is read does not move. */
    private static Map<String, String> size(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png, PNG_WIDTH, 2 * Integer.BYTES);
        return Map.of("width", Integer.toString(header.getInt()), "height", Integer.toString(header.getInt()));
    }
}
