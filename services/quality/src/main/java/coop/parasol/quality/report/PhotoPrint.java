package coop.parasol.quality.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a photo small enough to print, and leaves out what cameras write besides: place, device and time of the picture
 * stay with the firm.
 */
final class PhotoPrint {

    private static final int MAX_SIDE = 1000;
    private static final long MAX_PIXELS = 50_000_000;

    private PhotoPrint() {}

    /** The photo as a JPEG in a data URI; empty if it is no picture that can be read, or has more than 50 million pixels. */
    static Optional<String> dataUri(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                    return Optional.empty();
                }
                return Optional.of(
                        "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(reader.read(0))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            // a picture that a browser shows and this library does not read is left out of the report
            return Optional.empty();
        }
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        double scale = Math.min(1.0, (double) MAX_SIDE / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
        BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = print.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setBackground(Color.WHITE);
            graphics.clearRect(0, 0, width, height);
            graphics.drawImage(photo, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(print, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
