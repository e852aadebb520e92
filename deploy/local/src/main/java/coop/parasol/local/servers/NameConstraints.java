package coop.parasol.local.servers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The extension of an authority's certificate that lets it vouch for one host name alone (RFC 5280, 4.2.1.10): names of hosts
 * below that one, no other, and no address. JDK's keytool writes it when it is given the bytes.
 */
final class NameConstraints {

    /** The object identifier of the extension (RFC 5280, 4.2.1.10). */
    static final String OID = "2.5.29.30";

    private static final int SEQUENCE = 0x30;
    private static final int PERMITTED_SUBTREES = 0xa0;
    private static final int EXCLUDED_SUBTREES = 0xa1;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int MAX_SHORT_LENGTH = 0x7f;
    private static final int LENGTH_OF_TWO_BYTES = 0x82;
    private static final int BYTE_BITS = 8;

    private NameConstraints() {}

    /**
     * The extension in DER.
     *
     * @param name of the host, in ASCII
     */
    static byte[] of(String name) {
        byte[] permitted = subtree(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
        // an address and a mask, both of zeros: all there are
        byte[] excluded =
                join(subtree(IP_ADDRESS, new byte[2 * IPV4_BYTES]), subtree(IP_ADDRESS, new byte[2 * IPV6_BYTES]));
        return element(SEQUENCE, join(element(PERMITTED_SUBTREES, permitted), element(EXCLUDED_SUBTREES, excluded)));
    }

    private static byte[] subtree(int kind, byte[] base) {
        return element(SEQUENCE, element(kind, base));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > MAX_SHORT_LENGTH) {
            out.write(LENGTH_OF_TWO_BYTES);
            out.write(content.length >> BYTE_BITS);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
