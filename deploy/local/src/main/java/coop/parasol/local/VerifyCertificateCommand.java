package coop.parasol.local;

import coop.parasol.local.certificates.SignedCertificate;
import coop.parasol.local.certificates.SignedCertificate.Invalid;
import coop.parasol.local.certificates.SignedCertificate.Valid;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Rest;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
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

/** Verifies a certificate without asking anybody. */
@Command(
        name = "verify-certificate",
        description = {
            "Verify a signed certificate (GET /certificates/NUMBER with Accept: application/jose) offline.",
            "Needs the firm's public keys only: a file saved from /.well-known/jwks.json."
        })
final class VerifyCertificateCommand implements Callable<Integer> {

    private static final int INVALID = 1;
    private static final long MOST_BYTES = 1_000_000;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--keys", description = "The public keys (default: asks the quality service that runs here).")
    private @Nullable Path keys;

    @Override
    public Integer call() {
        String text = read(file);
        String known = keys == null ? fetch() : read(keys);
        return switch (SignedCertificate.verify(text, known, Instant.now())) {
            case Valid(var facts) -> {
                System.out.println("VALID: the firm has signed this.");
                facts.forEach((name, fact) -> System.out.printf("  %-16s %s%n", name, fact));
                System.out.println(
                        "It may have been suspended or recalled since: ask online by its number to be sure.");
                yield 0;
            }
            case Invalid(String reason) -> {
                System.out.println("NOT VALID: " + reason);
                yield INVALID;
            }
        };
    }

    private static String fetch() {
        System.out.println("No --keys: asking the quality service for the public keys");
        Rest rest = new Rest(Parasol.installation(), line -> System.out.println("  " + line));
        return Json.write(rest.anyone().get(Part.QUALITY, "/.well-known/jwks.json"));
    }

    private static String read(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                throw new Trouble("There is no file " + path + " that can be read as a certificate or as keys.");
            }
            return Files.readString(path);
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new Trouble("The file " + path + " cannot be read: " + e.getMessage());
        }
    }
}
