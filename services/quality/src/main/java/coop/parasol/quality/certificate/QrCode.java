package coop.parasol.quality.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004), error correction level M, with its quiet zone of four modules.
 *
 * <p>Some texts make a drawing in which a common decoder takes other squares for the code's corners. The same text in
 * another of the standard's eight masks is another drawing: the first that is found is taken.
 */
public record QrCode(BitMatrix modules) {

    private static final int QUIET_ZONE_MODULES = 4;
    private static final int PIXELS_PER_MODULE = 6;
    private static final int MASKS = 8;

    /** @param text that it says; too long a text is a bug */
    public static QrCode of(String text) {
        try {
            BitMatrix usual = encode(text, Map.of());
            for (int mask = 0; mask < MASKS && !isFound(usual, text); mask++) {
                BitMatrix other = encode(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask));
                if (isFound(other, text)) {
                    return new QrCode(other);
                }
            }
            return new QrCode(usual);
        } catch (WriterException e) {
            throw new IllegalStateException("no QR code for " + text, e);
        }
    }

    private static BitMatrix encode(String text, Map<EncodeHintType, ?> more) throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, QUIET_ZONE_MODULES);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.putAll(more);
        return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    /** If a decoder finds the code in its drawing, as in a picture, and reads the text. */
    private static boolean isFound(BitMatrix modules, String text) {
        try {
            BitMatrix found = new Detector(drawing(modules)).detect().getBits();
            return new Decoder().decode(found).getText().equals(text);
        } catch (ReaderException e) {
            return false;
        }
    }

    private static BitMatrix drawing(BitMatrix modules) {
        BitMatrix drawing = new BitMatrix(modules.getWidth() * PIXELS_PER_MODULE);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    drawing.setRegion(
                            x * PIXELS_PER_MODULE, y * PIXELS_PER_MODULE, PIXELS_PER_MODULE, PIXELS_PER_MODULE);
                }
            }
        }
        return drawing;
    }

    /** The code as an SVG drawing. */
    String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int size = modules.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + path + "\"/></svg>";
    }

    /** The code as a PNG image, in a data URI. */
    public String pngDataUri() {
        BitMatrix drawing = drawing(modules);
        int size = drawing.getWidth();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, (drawing.get(x, y) ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
