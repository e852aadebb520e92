package coop.parasol.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encoding of texts that spreadsheets save: UTF-8, or Windows-1252 as many of them still do in Europe and America. */
public final class TextEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextEncoding() {}

    /** A text in UTF-8; what is no UTF-8 is read as Windows-1252, in which every byte is some character. */
    public static String decode(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(text, WINDOWS_1252);
        }
    }
}
