package coop.parasol.portal.offline;

import coop.parasol.portal.page.Assets;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a browser keeps of the portal, so that it opens without a line: one page with its scripts and styles. They change
 * together: their version is a digest of all of them and is part of their addresses. In templates {@code inject:shell}.
 */
@Named("shell")
@ApplicationScoped
public class Shell {

    static final String FOLDER = "shell/";
    static final String WORKER = "service-worker.js";

    /** The scripts; those that they import stand beside them. */
    static final List<String> SCRIPTS = List.of(
            "app.js",
            "batch-photos.js",
            "batches.js",
            "idb-8.0.4.js",
            "inspections.js",
            "page.js",
            "photo-form.js",
            "photos.js",
            "records.js",
            "sender.js",
            "small.js",
            "store.js",
            "units.js",
            "vault.js",
            "worker.js");

    private static final int DIGITS = 16;
    /** The roles that have such work. */
    static final List<String> ROLES = List.of("auditor", "producer");

    private final Assets assets;
    private final String version;

    Shell(Assets assets) {
        this.assets = assets;
        this.version = digest();
    }

    /** Whether work without a line is offered to a person. */
    public boolean offeredTo(Person person) {
        return ROLES.stream().anyMatch(person::is);
    }

    /** The version of page, scripts, styles and texts. */
    public String version() {
        return version;
    }

    /** The address of a script of this version, for which it may be kept as long as a browser likes. */
    public String url(String script) {
        return "/shell/" + version + "/" + script;
    }

    /** The addresses of all files that the page needs. */
    List<String> files() {
        List<String> files = new ArrayList<>(SCRIPTS.stream().map(this::url).toList());
        files.add("/webjars/picocss__pico/" + assets.pico() + "/css/pico.min.css");
        files.add(assets.url("parasol.css"));
        files.add(assets.url("icon.svg"));
        return List.copyOf(files);
    }

    /** A script of this version; empty if there is none, or none any more, of that name. */
    Optional<byte[]> script(String ofVersion, String name) {
        return ofVersion.equals(version) && SCRIPTS.contains(name)
                ? Optional.of(bytes(FOLDER + name))
                : Optional.empty();
    }

    /** The service worker, which begins with the version and the files that it keeps. */
    String worker() {
        String files = String.join("\", \"", files());
        return "const VERSION = \"" + version + "\";\nconst FILES = [\"" + files + "\"];\n"
                + new String(bytes(FOLDER + WORKER), StandardCharsets.UTF_8);
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            contents().forEach(file -> sha.update(bytes(file)));
            Stream.of("parasol.css", "icon.svg").map(assets::url).forEach(url -> sha.update(utf8(url)));
            sha.update(utf8(assets.pico()));
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The files on which the version depends, besides styles and pictures. */
    private static Stream<String> contents() {
        Stream<String> scripts =
                Stream.concat(SCRIPTS.stream(), Stream.of(WORKER)).map(name -> FOLDER + name);
        Stream<String> texts = Arrays.stream(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language -> "messages/offline_" + language.code() + ".properties");
        String english = OfflineMessages.class.getName().replace('.', '/') + ".class";
        return Stream.of(scripts, texts, Stream.of("templates/offline/offline.html", english))
                .flatMap(each -> each);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is not there");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
