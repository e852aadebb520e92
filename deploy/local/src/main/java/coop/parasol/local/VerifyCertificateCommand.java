package coop.parasol.local;

import coop.parasol.contracts.PrintableText;
import coop.parasol.contracts.SignedCertificate.Invalid;
import coop.parasol.contracts.SignedCertificate.Valid;
import coop.parasol.local.certificates.CertificateFile;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a signed certificate offline. */
@Command(
        name = "verify-certificate",
        description = {
            "Verify a signed certificate (GET /certificates/NUMBER with Accept: application/jose) offline.",
            "It needs only the firm's public keys, a file saved from /.well-known/jwks.json of quality."
        })
final class VerifyCertificateCommand implements Callable<Integer> {

    private static final int INVALID = 1;
    private static final long MAX_BYTES = 1_000_000;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            description = "File of the public keys (default: those of the quality service of this installation).")
    private @Nullable Path keys;

    @Override
    public Integer call() {
        String text = read(file);
        String known = keys == null ? fetch() : read(keys);
        return switch (CertificateFile.verify(text, known, Instant.now())) {
            case Valid(var facts) -> {
                System.out.println("VALID: the firm has signed this certificate.");
                facts.forEach((name, fact) ->
                        System.out.printf("  %-16s %s%n", PrintableText.of(name), PrintableText.of(fact)));
                System.out.println(
                        "It may have been suspended or recalled since then; to be sure, look it up online by its"
                                + " number.");
                yield 0;
            }
            case Invalid(String reason) -> {
                System.out.println("NOT VALID: " + PrintableText.of(reason));
                yield INVALID;
            }
        };
    }

    private static String fetch() {
        System.out.println("Reading the public keys from the quality service of this installation");
        ParasolApi api = new ParasolApi(Parasol.installation(), line -> System.out.println("  " + line));
        return Json.write(api.anonymous().get(Component.QUALITY, "/.well-known/jwks.json"));
    }

    private static String read(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
                throw new OperatorException(
                        "There is no certificate or key file " + path + ", or it is larger than 1 MB.");
            }
            return Files.readString(path);
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new OperatorException("The file " + path + " cannot be read: " + e.getMessage());
        }
    }
}
