package coop.parasol.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Says beside each shaped word of a PDF file what is written there (ActualText, ISO 32000-1, 14.9.4): the sign of a whole
 * syllable has no letter of its own, so that without it copying, searching and reading aloud would lose the syllable.
 */
final class ActualText {

    private final ShapedWords words;

    ActualText(ShapedWords words) {
        this.words = words;
    }

    byte[] in(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDStream contents = new PDStream(document);
                try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
                    new ContentStreamWriter(out).writeTokens(said(page));
                }
                page.setContents(contents);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Object> said(PDPage page) throws IOException {
        List<Object> tokens = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        boolean isShaped = false;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
                isShaped = isShaped(page.getResources(), (COSName) operands.getFirst());
            }
            Optional<String> word = isShaped && operator.getName().equals(OperatorName.SHOW_TEXT)
                    ? words.printedAs(((COSString) operands.getFirst()).getBytes())
                    : Optional.empty();
            word.ifPresent(written -> {
                tokens.add(COSName.getPDFName("Span"));
                tokens.add(actualText(written));
                tokens.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ));
            });
            tokens.addAll(operands);
            tokens.add(operator);
            word.ifPresent(written -> tokens.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT)));
            operands.clear();
        }
        return tokens;
    }

    private static boolean isShaped(PDResources resources, COSName name) throws IOException {
        PDFont font = resources.getFont(name);
        return font != null
                && font.getName() != null
                && ShapedWords.SCRIPTS.stream()
                        .anyMatch(script -> font.getName().contains("NotoSans" + script));
    }

    private static COSDictionary actualText(String written) {
        COSDictionary properties = new COSDictionary();
        properties.setDirect(true);
        properties.setItem(COSName.ACTUAL_TEXT, new COSString(written));
        return properties;
    }
}
