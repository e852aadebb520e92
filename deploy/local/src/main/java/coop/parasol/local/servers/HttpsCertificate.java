package coop.parasol.local.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The certificate by which the portal shows that it is the host of a name, and the authority that has signed it. Both are the
 * installation's own: whoever trusts the authority's certificate trusts it for that name and nothing else
 * ({@link NameConstraints}). The keys are files that only the owner may read, below the installation's home.
 */
public final class HttpsCertificate {

    private static final int AUTHORITY_DAYS = 3650;
    /** Phones take no certificate for longer than 398 days from an authority, whoever has made it. */
    private static final int SERVER_DAYS = 397;

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String PASSWORD_VARIABLE = "PARASOL_KEYSTORE_PASSWORD";
    /** The longest common name that a certificate may have (RFC 5280, appendix A). */
    private static final int MAX_COMMON_NAME = 64;

    private final Clock clock;
    private final String name;
    private final Path folder;
    private final String password;

    /**
     * The certificate of a host name; {@link #renew()} makes it.
     *
     * @param name of the host, in lower case and ASCII
     */
    HttpsCertificate(Installation installation, String name) {
        this(installation, name, Clock.systemUTC());
    }

    /** @param clock says when a certificate is near its end */
    HttpsCertificate(Installation installation, String name, Clock clock) {
        this.clock = clock;
        this.name = name;
        this.folder = installation.home().resolve("https").resolve(name);
        this.password = installation.secrets().get("https.keys");
    }

    /** The portal's private key and its certificate with that of the authority, in PEM. */
    Path serverFile() {
        return folder.resolve("server.pem");
    }

    /** The authority's certificate in PEM, which phones and other computers are to trust. */
    public Path authorityFile() {
        return folder.resolve("authority.crt");
    }

    /** The SHA-256 digest of the authority's certificate, as phones show it. */
    public String authorityFingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(open(keys()).getCertificate(AUTHORITY).getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the authority if there is none, and a certificate of it if there is none or it ends within two months. */
    void renew() {
        PrivateFile.createFolder(Objects.requireNonNull(folder.getParent()));
        PrivateFile.createFolder(folder);
        try {
            if (!Files.exists(keys()) || endsSoon(open(keys()).getCertificate(AUTHORITY))) {
                makeAuthority();
            }
            Certificate authority = open(keys()).getCertificate(AUTHORITY);
            PrivateFile.write(authorityFile(), pem("CERTIFICATE", authority.getEncoded()));
            if (!isServerFileOf(authority)) {
                makeServerFile();
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the certificate of " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeAuthority() throws IOException {
        Path partial = folder.resolve("authority.partial");
        Files.deleteIfExists(partial);
        keytool(
                partial,
                AUTHORITY,
                AUTHORITY_DAYS,
                "bc:critical=ca:true,pathlen:0",
                "ku:critical=keyCertSign,cRLSign",
                NameConstraints.OID + ":critical=" + HexFormat.ofDelimiter(":").formatHex(NameConstraints.of(name)));
        Files.move(partial, keys(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Key and certificates in one file, so that there are never those of two. */
    private void makeServerFile() throws IOException, GeneralSecurityException {
        Path partial = folder.resolve("server.partial");
        Files.copy(keys(), partial, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        keytool(
                partial,
                SERVER,
                SERVER_DAYS,
                "san=dns:" + name,
                "eku=serverAuth",
                "ku:critical=digitalSignature",
                "bc:critical=ca:false");
        KeyStore made = open(partial);
        StringBuilder text = new StringBuilder(
                pem("PRIVATE KEY", made.getKey(SERVER, password.toCharArray()).getEncoded()));
        for (Certificate one : made.getCertificateChain(SERVER)) {
            text.append(pem("CERTIFICATE", one.getEncoded()));
        }
        PrivateFile.write(serverFile(), text.toString());
        Files.delete(partial);
    }

    private boolean isServerFileOf(Certificate authority) throws IOException, GeneralSecurityException {
        if (!Files.exists(serverFile())) {
            return false;
        }
        List<Certificate> chain = certificates(serverFile());
        return chain.size() == 2 && chain.get(1).equals(authority) && !endsSoon(chain.getFirst());
    }

    private static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file);
        String certificates = text.substring(Math.max(0, text.indexOf("-----BEGIN CERTIFICATE")));
        return List.copyOf(CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII))));
    }

    private boolean endsSoon(Certificate certificate) {
        return ((X509Certificate) certificate)
                .getNotAfter()
                .toInstant()
                .isBefore(clock.instant().plus(RENEWED_BEFORE_END));
    }

    /** The authority's key with its certificate. */
    private Path keys() {
        return folder.resolve("authority.p12");
    }

    private KeyStore open(Path keys) {
        try {
            return KeyStore.getInstance(keys.toFile(), password.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a key and its certificate; that of the server is signed by the authority's key in the same file. */
    private void keytool(Path keys, String alias, int days, String... extensions) throws IOException {
        String commonName = "Parasol " + name;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", // it runs for a moment
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + (commonName.length() > MAX_COMMON_NAME ? "Parasol" : commonName)
                        + (alias.equals(AUTHORITY) ? ", OU=Authority" : ""),
                "-startdate",
                "-1d", // clocks differ
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass:env", // others can read a command line
                PASSWORD_VARIABLE));
        if (alias.equals(SERVER)) {
            command.addAll(List.of("-signer", AUTHORITY));
        }
        for (String extension : extensions) {
            command.addAll(List.of("-ext", extension));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new OperatorException(
                        "The certificate of " + name + " could not be made. keytool said:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while the certificate of " + name + " was being made.", e);
        }
        PrivateFile.restrict(keys);
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(
                        kind,
                        Base64.getMimeEncoder(MAX_COMMON_NAME, new byte[] {'\n'})
                                .encodeToString(content));
    }
}
