package coop.parasol.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints the joined letters of words in the place of the single ones that the renderer has printed, and says beside each what is
 * written there (ActualText, ISO 32000-1, 14.9.4): the sign of a whole syllable has no letter of its own, so that without it
 * copying, searching and reading aloud would lose the syllable.
 */
final class ShapedText {

    private static final float THOUSAND = 1000;

    private final ShapedWords words;
    private final PDDocument document;
    private final Map<String, PDType0Font> fonts = new HashMap<>();

    private ShapedText(ShapedWords words, PDDocument document) {
        this.words = words;
        this.document = document;
    }

    static byte[] in(byte[] pdf, ShapedWords words) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new ShapedText(words, document).shape();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shape() throws IOException {
        for (PDPage page : document.getPages()) {
            PDStream contents = new PDStream(document);
            try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(shaped(page));
            }
            page.setContents(contents);
        }
        for (PDType0Font font : fonts.values()) {
            font.subset();
        }
    }

    /** The font of a script as the page has set it. */
    private record SetFont(String script, COSName name, COSNumber size) {}

    private List<Object> shaped(PDPage page) throws IOException {
        List<Object> tokens = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        Optional<SetFont> font = Optional.empty();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
                COSName name = (COSName) operands.getFirst();
                COSNumber size = (COSNumber) operands.getLast();
                font = script(page.getResources(), name).map(script -> new SetFont(script, name, size));
            }
            Optional<ShapedWords.Word> word =
                    font.isPresent() && operator.getName().equals(OperatorName.SHOW_TEXT)
                            ? words.printedAs(font.get().script(), ((COSString) operands.getFirst()).getBytes())
                            : Optional.empty();
            if (word.isPresent()) {
                tokens.addAll(said(page.getResources(), font.orElseThrow(), word.get()));
            } else {
                tokens.addAll(operands);
                tokens.add(operator);
            }
            operands.clear();
        }
        return tokens;
    }

    private static Optional<String> script(PDResources resources, COSName name) throws IOException {
        PDFont font = resources.getFont(name);
        return font == null || font.getName() == null
                ? Optional.empty()
                : ShapedWords.SCRIPTS.stream()
                        .filter(script -> font.getName().contains("NotoSans" + script))
                        .findFirst();
    }

    private List<Object> said(PDResources resources, SetFont set, ShapedWords.Word word) throws IOException {
        PDType0Font font = font(set.script());
        COSDictionary properties = new COSDictionary();
        properties.setDirect(true);
        properties.setItem(COSName.ACTUAL_TEXT, new COSString(word.written()));
        List<Object> tokens = new ArrayList<>();
        tokens.add(COSName.getPDFName("Span"));
        tokens.add(properties);
        tokens.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ));
        tokens.add(resources.add(font));
        tokens.add(set.size());
        tokens.add(Operator.getOperator(OperatorName.SET_FONT_AND_SIZE));
        tokens.addAll(printed(font, set.size().floatValue(), word.glyphs()));
        tokens.add(set.name());
        tokens.add(set.size());
        tokens.add(Operator.getOperator(OperatorName.SET_FONT_AND_SIZE));
        tokens.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT));
        return tokens;
    }

    /** The script's font once more, since the renderer has embedded the signs of single letters only. */
    private PDType0Font font(String script) throws IOException {
        PDType0Font loaded = fonts.get(script);
        if (loaded == null) {
            try (InputStream file = Pdf.font("NotoSans" + script)) {
                loaded = PDType0Font.load(document, file, true);
            }
            fonts.put(script, loaded);
        }
        return loaded;
    }

    private static List<Object> printed(PDType0Font font, float size, Glyphs glyphs) throws IOException {
        List<Object> tokens = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        COSArray line = new COSArray();
        double reached = 0;
        double height = 0;
        for (Glyphs.Glyph sign : glyphs.signs()) {
            if (sign.y() != height) {
                show(tokens, line);
                line = new COSArray();
                height = sign.y();
                rise(tokens, height / THOUSAND * size);
            }
            if (sign.x() != reached) {
                line.add(number(reached - sign.x()));
            }
            line.add(new COSString(font.encodeGlyphId(sign.id())));
            used.add(sign.id());
            reached = sign.x() + font.getWidthFromFont(sign.id());
        }
        if (glyphs.width() != reached) {
            line.add(number(reached - glyphs.width()));
        }
        show(tokens, line);
        if (height != 0) {
            rise(tokens, 0);
        }
        font.addGlyphsToSubset(used);
        return tokens;
    }

    private static void show(List<Object> tokens, COSArray line) {
        if (line.size() > 0) {
            tokens.add(line);
            tokens.add(Operator.getOperator(OperatorName.SHOW_TEXT_ADJUSTED));
        }
    }

    private static void rise(List<Object> tokens, double height) {
        tokens.add(number(height));
        tokens.add(Operator.getOperator(OperatorName.SET_TEXT_RISE));
    }

    private static COSBase number(double value) {
        return new COSFloat((float) value);
    }
}
