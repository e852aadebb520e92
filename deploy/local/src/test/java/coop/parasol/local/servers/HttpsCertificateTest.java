package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installation's own certificate and the authority behind it. */
class HttpsCertificateTest {

    private static final String NAME = "parasol.example";

    /** An installation whose certificate was made once for all tests, which each copy it: making keys takes long. */
    @TempDir
    private static Path made;

    @TempDir
    Path home;

    private Installation installation = Installation.at(Path.of("."), Path.of("."), Ports.from(Map.of()));

    @BeforeAll
    static void make() {
        new HttpsCertificate(Installation.at(made, made, Ports.from(Map.of())), NAME).renew();
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.toList()) {
                Path to = home.resolve(made.relativize(file));
                if (!Files.isDirectory(to)) {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        installation = Installation.at(home, home, Ports.from(Map.of()));
    }

    @Test
    void the_certificate_is_of_the_name_and_its_authority_vouches_for_it() throws Exception {
        X509Certificate server = chain().getFirst();
        assertThat(server.getSubjectAlternativeNames()).containsExactly(List.of(2, NAME));
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(Duration.between(
                        server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(397));
        X509Certificate authority = chain().get(1);
        assertThat(authority.getCriticalExtensionOIDs()).contains(NameConstraints.OID);
        assertThat(authority.getBasicConstraints()).isZero();
        validate(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns:bank.example", "dns:evilparasol.example", "ip:127.0.0.1", "ip:::1"})
    void the_authority_cannot_vouch_for_anything_else(String other) throws Exception {
        X509Certificate foreign = sign("san=" + other);

        assertThatThrownBy(() -> validate(foreign))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("name constraints");
    }

    @Test
    void the_authority_can_vouch_for_the_name_alone() throws Exception {
        validate(sign("san=dns:" + NAME));
    }

    @Test
    void keys_are_readable_by_their_owner_alone() throws IOException {
        try (Stream<Path> files = Files.walk(made.resolve("https"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .matches("rw[-x]------");
            }
        }
    }

    @Test
    void a_certificate_is_made_again_near_its_end_and_the_authority_stays() throws Exception {
        List<X509Certificate> first = chain();
        certificate().renew();
        assertThat(chain()).as("long before its end").isEqualTo(first);

        inDays(340).renew();
        assertThat(chain().getFirst()).isNotEqualTo(first.getFirst());
        assertThat(chain().get(1)).isEqualTo(first.get(1));

        inDays(3600).renew();
        assertThat(chain().get(1)).as("the authority near its own end").isNotEqualTo(first.get(1));
        validate(chain().getFirst());
    }

    @Test
    void what_an_interruption_has_left_is_made_again() throws Exception {
        X509Certificate authority = chain().get(1);
        Path folder = Objects.requireNonNull(certificate().serverFile().getParent());
        Files.delete(certificate().serverFile());
        Files.writeString(folder.resolve("server.partial"), "half a key store");
        Files.writeString(folder.resolve("authority.partial"), "half a key store");

        certificate().renew();

        assertThat(chain().get(1)).isEqualTo(authority);
        validate(chain().getFirst());
    }

    @Test
    void the_fingerprint_is_that_of_the_file_that_phones_get() throws Exception {
        assertThat(certificate().authorityFingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(certificates(Files.readString(certificate().authorityFile())))
                .containsExactly(chain().get(1));
    }

    private HttpsCertificate certificate() {
        return new HttpsCertificate(installation, NAME);
    }

    private HttpsCertificate inDays(int days) {
        return new HttpsCertificate(installation, NAME, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private List<X509Certificate> chain() throws Exception {
        String text = Files.readString(certificate().serverFile());
        return certificates(text.substring(text.indexOf("-----BEGIN CERTIFICATE")));
    }

    private static List<X509Certificate> certificates(String text) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /**
     * As browsers do, which hold also an authority that is trusted to its own constraints; Java does so where its certificate is
     * a part of the path that begins with its key.
     */
    private void validate(X509Certificate server) throws Exception {
        X509Certificate authority = chain().get(1);
        TrustAnchor key = new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null);
        PKIXParameters parameters = new PKIXParameters(Set.of(key));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(server, authority)),
                        parameters);
    }

    /** What somebody could sign who has got hold of the authority's key. */
    private X509Certificate sign(String name) throws Exception {
        Path keys = home.resolve("foreign.p12");
        Files.copy(
                certificate().authorityFile().resolveSibling("authority.p12"),
                keys,
                StandardCopyOption.REPLACE_EXISTING);
        List<String> common = List.of(
                "-keystore",
                keys.toString(),
                "-storepass",
                installation.secrets().get("https.keys"));
        keytool(
                common,
                "-genkeypair",
                "-alias",
                "x",
                "-signer",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=x",
                "-ext",
                name);
        return certificates(keytool(common, "-exportcert", "-rfc", "-alias", "x"))
                .getFirst();
    }

    private static String keytool(List<String> common, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(common);
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
