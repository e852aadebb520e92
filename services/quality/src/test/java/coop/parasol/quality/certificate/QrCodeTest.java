package coop.parasol.quality.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** That a common decoder reads every code that is printed. */
class QrCodeTest {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** In one mask alone some eight of a thousand are not found. */
    @Test
    void the_code_of_every_certificate_is_found_in_its_picture() throws IOException {
        Random random = new Random(20261130);
        List<String> notRead = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            String page = "https://parasol.example/certificates/" + number(random);
            if (!page.equals(read(QrCode.of(page).pngDataUri()))) {
                notRead.add(page);
            }
        }

        assertThat(notRead).isEmpty();
    }

    private static String number(Random random) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            number.append(i > 0 && i % 4 == 0 ? "-" : "").append(CROCKFORD.charAt(random.nextInt(32)));
        }
        return number.toString();
    }

    /** What a decoder reads from a picture, or nothing. */
    static String read(String pngDataUri) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(pngDataUri.substring(pngDataUri.indexOf(',') + 1))));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                    .getText();
        } catch (ReaderException e) {
            return "";
        }
    }
}
