package coop.parasol.portal.help;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Sha256;
import coop.parasol.portal.page.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A translated guide says what the English one says: it has its headings, lists, tables, pictures, links and addresses, and was made of
 * the English text as it is. Whoever changes a part of a guide changes it in every language and then enters its new digest, which this
 * test names, in {@code docs/guide/translated.csv}.
 */
class GuideTranslationTest {

    private static final Path GUIDES = Path.of("../../docs/guide");

    static Stream<Arguments> translations() {
        return Arrays.stream(Guide.values())
                .flatMap(guide -> Arrays.stream(Language.values())
                        .filter(language -> language != Language.ENGLISH)
                        .map(language -> Arguments.of(guide, language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_translation_has_what_the_english_guide_has(Guide guide, Language language) throws IOException {
        assertThat(skeleton(Files.readString(GUIDES.resolve(language.code()).resolve(guide.path() + ".md"))))
                .isEqualTo(skeleton(Files.readString(GUIDES.resolve(guide.path() + ".md"))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_translation_is_of_the_english_text_as_it_is(Guide guide, Language language) throws IOException {
        List<String> known = Files.readAllLines(GUIDES.resolve("translated.csv"));
        assertThat(parts(Files.readString(GUIDES.resolve(guide.path() + ".md")))
                        .map(part -> "%s,%s,%s,%s".formatted(language.code(), guide.path(), digest(part), title(part))))
                .allMatch(known::contains);
    }

    private static Stream<String> parts(String markdown) {
        return Arrays.stream(markdown.split("(?m)^(?=## )"));
    }

    private static String title(String part) {
        return part.lines().findFirst().orElse("").replaceFirst("^#+ ", "");
    }

    private static String digest(String part) {
        return Sha256.hex(part.strip().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** What does not depend on the language: the blocks in their order, and what stands in each, whose order does. */
    private static String skeleton(String markdown) {
        List<String> blocks = new ArrayList<>();
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                blocks.add("heading " + heading.getLevel() + contents(heading));
            }

            @Override
            public void visit(Paragraph paragraph) {
                blocks.add("paragraph" + contents(paragraph));
            }

            @Override
            public void visit(ListItem item) {
                blocks.add("item");
                visitChildren(item);
            }

            @Override
            public void visit(FencedCodeBlock code) {
                blocks.add("block " + code.getLiteral());
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                blocks.add("block " + code.getLiteral());
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    blocks.add("row" + contents(node));
                } else {
                    visitChildren(node);
                }
            }
        });
        return String.join("\n", blocks);
    }

    private static String contents(Node block) {
        List<String> contents = new ArrayList<>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                contents.add("picture " + image.getDestination().replaceFirst("^(\\.\\./)*", ""));
            }

            @Override
            public void visit(Link link) {
                contents.add("link " + link.getDestination().replaceFirst("^(\\.\\./)*", ""));
                visitChildren(link);
            }

            @Override
            public void visit(Code code) {
                contents.add("code " + code.getLiteral());
            }
        });
        return contents.stream().sorted().map(each -> " " + each).collect(joining());
    }
}
